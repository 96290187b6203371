import { existsSync } from 'node:fs';
import { formatTraits } from '../../lib/export/traits.ts';
import type { Options } from '../command-line/command.ts';
import { type CheckOptions, checkCommand } from './command.ts';
import { exportExtensions, exportFormatOf } from './export-format.ts';
import { type Format, formats } from './format.ts';
import { problemOfOutput } from './places.ts';

type ExportOptions = Pick<
  CheckOptions,
  | 'format'
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
  const { export: file, from, to, profile, output } = options;
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
  if (profile === null || !existsSync(profile)) {
    return `${found}, without a history; allowed: with --profile and the folder of earlier checks`;
  }
  if (from !== null && to !== null && from > to) {
    return `--to: found ${JSON.stringify(to)}; allowed: a day from ${from}`;
  }
  if (exportFormatOf(file) === null)
    return `${found}; allowed: a name that ends in ${exportExtensions}`;
  return problemOfOutput(file, '--export');
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
