import type { ExportFormatId } from '../../lib/export/formats.ts';
import { exportFormatIds, formatTraits } from '../../lib/export/traits.ts';
import { isCheckedChromiumProfile } from '../browser/chromium-profile.ts';
import { isCheckedFirefoxProfile } from '../browser/firefox-profile.ts';
import type { Options } from '../command-line/command.ts';
import { browsers, type CheckOptions, checkCommand } from './command.ts';
import { exportExtensions, exportFormatOf } from './export-format.ts';
import { type Format, formats } from './format.ts';
import { problemOfOutput } from './places.ts';

type ExportOptions = Pick<
  CheckOptions,
  | 'format'
  | 'browser'
  | 'export'
  | 'from'
  | 'to'
  | 'dialect'
  | 'label'
  | 'localTime'
  | 'leavesOutAddresses'
  | 'route'
  | 'profile'
  | 'output'
  | 'rounds'
  | 'intervalSeconds'
  | 'catalog'
  | 'leavesOutHome'
>;

/** Why a history could not be written to a file; null if it can, or if none is to be written. */
export function problemOfExport(options: ExportOptions): string | null {
  const { export: file, from, to, output } = options;
  if (file === null) {
    const lone = loneOption(options);
    if (lone !== null) return `${lone}: allowed only with --export`;
    if (options.label === null || isCsv(options.format)) return null;
    return `--label: allowed only with --export, and with ${formats.filter(isCsv).join(', ')}`;
  }
  const found = `--export: found ${JSON.stringify(file)}`;
  if (output !== null) return `${found} and an --output; allowed: one of them`;
  const idle = idleOption(options);
  if (idle !== null) return `${idle}: allowed only without --export, which checks nothing`;
  const format = exportFormatOf(file);
  if (format === null) return `${found}; allowed: a name that ends in ${exportExtensions}`;
  if (from !== null && to !== null && from > to) {
    return `--to: found ${JSON.stringify(to)}; allowed: a day from ${from}`;
  }
  return (
    problemOfShape(options, format) ??
    problemOfHistory(options, found) ??
    problemOfOutput(file, '--export')
  );
}

/** Options that mean nothing in some formats. */
const shapeOptions: readonly {
  name: string;
  isGiven: (options: ExportOptions) => boolean;
  fits: (format: ExportFormatId) => boolean;
}[] = [
  {
    name: '--dialect',
    isGiven: ({ dialect }) => dialect !== 'comma',
    fits: (format) => formatTraits[format].csv,
  },
  {
    name: '--label',
    isGiven: ({ label }) => label !== null,
    fits: (format) => !formatTraits[format].whole,
  },
  {
    name: '--local-time',
    isGiven: ({ localTime }) => localTime,
    fits: (format) => !formatTraits[format].whole && format !== 'ooni',
  },
];

/** The first option that would change nothing in a file of this format. */
function problemOfShape(options: ExportOptions, format: ExportFormatId): string | null {
  const vain = shapeOptions.find(({ isGiven, fits }) => isGiven(options) && !fits(format));
  if (vain === undefined) return null;
  const extensions = exportFormatIds
    .filter(vain.fits)
    .map((id) => `.${formatTraits[id].extension}`);
  return `${vain.name}: allowed only with ${extensions.join(', ')}`;
}

const profiles = {
  chromium: { name: 'Chromium', isChecked: isCheckedChromiumProfile },
  firefox: { name: 'Firefox', isChecked: isCheckedFirefoxProfile },
};

/** Each browser finds its own checks in a profile, and makes a new history where there are none. */
function problemOfHistory({ profile, browser }: ExportOptions, found: string): string | null {
  const used = browsers.filter((one) => profile !== null && profiles[one].isChecked(profile));
  if (used.includes(browser)) return null;
  const [other] = used;
  return other === undefined
    ? `${found}, without a history; allowed: with --profile and the folder of earlier checks`
    : `--profile: found ${JSON.stringify(profile)}, of checks in ${profiles[other].name}; allowed: with --browser ${other}`;
}

/** The first option that means nothing without an export. */
function loneOption({ from, to, ...shape }: ExportOptions): string | null {
  if (from !== null) return '--from';
  if (to !== null) return '--to';
  if (shape.dialect !== 'comma') return '--dialect';
  if (shape.localTime) return '--local-time';
  if (shape.leavesOutAddresses) return '--leave-out-addresses';
  return shape.route ? '--route' : null;
}

/** What means nothing beside an export, whose file's name tells the format. */
const ofChecks = ['format', 'rounds', 'intervalSeconds', 'catalog', 'leavesOutHome'] as const;

/** The first option that means nothing beside an export. */
function idleOption(given: ExportOptions): string | null {
  const known: Options = checkCommand.options;
  const key = ofChecks.find((one) => given[one] !== known[one]?.otherwise);
  return key === undefined ? null : `--${known[key]?.name ?? key}`;
}

function isCsv(id: Format): boolean {
  return id !== 'table' && formatTraits[id].csv;
}
