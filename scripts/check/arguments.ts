import { parseArgs } from 'node:util';
import { services as catalogServices } from '../../lib/catalog/index.ts';
import { type Format, formats } from './format.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

export interface CheckOptions {
  format: Format;
  /** 0 for round after round, until somebody stops them. */
  rounds: number;
  intervalSeconds: number;
  /** Null for the services that are on by default. */
  services: string[] | null;
  browser: BrowserName;
  output: string | null;
  profile: string | null;
  help: boolean;
}

export type ParsedArguments = { ok: true; options: CheckOptions } | { ok: false; message: string };

const known = {
  format: { type: 'string' },
  rounds: { type: 'string' },
  interval: { type: 'string' },
  services: { type: 'string' },
  browser: { type: 'string' },
  output: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the options of `npm run check`. A message names the option, what was found and what may be. */
export function parseCheckArguments(argv: readonly string[]): ParsedArguments {
  try {
    return { ok: true, options: readOptions(argv) };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, message: error.message };
    throw error;
  }
}

class UsageError extends Error {}

function readOptions(argv: readonly string[]): CheckOptions {
  const given = collect(argv);
  return {
    format: oneOf(formats, '--format', given.get('format') ?? 'table'),
    rounds: wholeNumber('--rounds', given.get('rounds') ?? '1'),
    intervalSeconds: seconds('--interval', given.get('interval') ?? '60'),
    services: serviceIds('--services', given.get('services') ?? null),
    browser: oneOf(browsers, '--browser', given.get('browser') ?? 'chromium'),
    output: place('--output', given.get('output') ?? null, 'the path of a file'),
    profile: place('--profile', given.get('profile') ?? null, 'the path of a folder'),
    help: given.has('help'),
  };
}

// parseArgs' own messages run over several lines and do not say what is allowed, so it hands
// over its tokens instead and they are judged here, as strictly.
function collect(argv: readonly string[]): Map<string, string> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(`Found ${quote(token.value)}, but only options are allowed: ${names()}`);
    }
    if (token.kind === 'option') given.set(token.name, readValue(token));
  }
  return given;
}

function readValue(token: { name: string; rawName: string; value: string | undefined }): string {
  if (!isKnown(token.name)) {
    throw new UsageError(`Found ${quote(token.rawName)}, which is no option; allowed: ${names()}`);
  }
  const wantsValue = known[token.name].type === 'string';
  if (wantsValue && token.value === undefined) {
    throw new UsageError(`${token.rawName}: found nothing; a value must follow`);
  }
  if (!wantsValue && token.value !== undefined) {
    throw new UsageError(`${token.rawName}: found ${quote(token.value)}; it takes no value`);
  }
  return token.value ?? '';
}

const isKnown = (name: string): name is keyof typeof known => Object.hasOwn(known, name);

const names = (): string =>
  Object.keys(known)
    .map((name) => `--${name}`)
    .join(', ');

// JSON's quotes keep line breaks and control characters from breaking the line.
const quote = (value: string): string => JSON.stringify(value);

function oneOf<T extends string>(allowed: readonly T[], option: string, found: string): T {
  const match = allowed.find((value) => value === found);
  if (match !== undefined) return match;
  throw new UsageError(`${option}: found ${quote(found)}; allowed: ${allowed.join(', ')}`);
}

function wholeNumber(option: string, found: string): number {
  const value = Number(found);
  if (/^\d+$/.test(found) && Number.isSafeInteger(value)) return value;
  throw new UsageError(`${option}: found ${quote(found)}; allowed: a whole number from 0`);
}

// setTimeout cannot wait for longer than about 24 days; a day is plenty between two rounds.
const longestInterval = 86_400;

function seconds(option: string, found: string): number {
  const value = Number(found);
  if (/^\d+(\.\d+)?$/.test(found) && value <= longestInterval) return value;
  throw new UsageError(
    `${option}: found ${quote(found)}; allowed: seconds from 0 to ${longestInterval}`,
  );
}

function serviceIds(option: string, found: string | null): string[] | null {
  if (found === null) return null;
  const allowed = catalogServices.map((service) => service.id);
  const ids = found.split(',').map((id) => id.trim());
  const strange = ids.find((id) => !allowed.includes(id));
  if (strange === undefined) return [...new Set(ids)];
  throw new UsageError(
    `${option}: found ${quote(strange)}; allowed, separated by commas: ${allowed.join(', ')}`,
  );
}

function place(option: string, found: string | null, allowed: string): string | null {
  if (found !== '' && found?.includes('\0') !== true) return found;
  throw new UsageError(`${option}: found ${quote(found)}; allowed: ${allowed}`);
}
