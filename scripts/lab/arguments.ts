import { parseArgs } from 'node:util';
import type { BrowserName } from '../../tests/lab/browsers/prepare.ts';

export interface LabOptions {
  /** Only scenarios whose name contains this, whatever the case. */
  only: string | null;
  core: boolean;
  seed: number | null;
  repeat: number;
  workers: number;
  report: string | null;
  list: boolean;
  browser: BrowserName;
  help: boolean;
}

export interface SoakOptions {
  rounds: number;
  seed: number | null;
  help: boolean;
}

export type Parsed<Options> = { ok: true; options: Options } | { ok: false; message: string };

/** Reads the options of `npm run lab`; a message names the option, what was found and what may be. */
export function parseLabArguments(argv: readonly string[]): Parsed<LabOptions> {
  const known = ['only', 'core', 'seed', 'repeat', 'workers', 'report', 'list', 'browser', 'help'];
  return parse(argv, { known, flags: ['core', 'list', 'help'] }, (given) => {
    const name = browser(given.get('browser') ?? 'chromium');
    return {
      only: text('only', given),
      core: given.has('core'),
      seed: given.has('seed') ? wholeNumber('seed', given, { from: 0, otherwise: 0 }) : null,
      repeat: wholeNumber('repeat', given, { from: 1, otherwise: 1 }),
      workers: wholeNumber('workers', given, { from: 1, otherwise: workersOf[name] }),
      report: text('report', given),
      list: given.has('list'),
      browser: name,
      help: given.has('help'),
    };
  });
}

/** Reads the options of `npm run soak`. */
export function parseSoakArguments(argv: readonly string[]): Parsed<SoakOptions> {
  const known = ['rounds', 'seed', 'help'];
  return parse(argv, { known, flags: ['help'] }, (given) => ({
    rounds: wholeNumber('rounds', given, { from: 1, otherwise: 200 }),
    seed: given.has('seed') ? wholeNumber('seed', given, { from: 0, otherwise: 0 }) : null,
    help: given.has('help'),
  }));
}

/** Firefox takes about twice the work to start, and twice the memory. */
const workersOf: Record<BrowserName, number> = { chromium: 6, firefox: 3 };

class UsageError extends Error {}

type Given = ReadonlyMap<string, string>;

function parse<Options>(
  argv: readonly string[],
  { known, flags }: { known: readonly string[]; flags: readonly string[] },
  read: (given: Given) => Options,
): Parsed<Options> {
  const options = Object.fromEntries(
    known.map((name) => {
      const type = flags.includes(name) ? ('boolean' as const) : ('string' as const);
      return [name, { type }];
    }),
  );
  try {
    const parsed = parseArgs({
      args: [...argv],
      options,
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
    const given = new Map<string, string>();
    for (const token of parsed.tokens) {
      const name = token.kind === 'option' ? token.name : '';
      if (token.kind !== 'option' || !known.includes(name)) {
        const found = token.kind === 'positional' ? token.value : `--${name}`;
        throw new UsageError(
          `Found ${quote(found)}; allowed: ${known.map((one) => `--${one}`).join(', ')}`,
        );
      }
      if (flags.includes(name) !== (token.value === undefined)) {
        throw new UsageError(
          `--${name}: found ${token.value === undefined ? 'nothing; a value must follow' : `${quote(token.value)}; it takes no value`}`,
        );
      }
      given.set(name, token.value ?? '');
    }
    return { ok: true, options: read(given) };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, message: error.message };
    throw error;
  }
}

const quote = (value: string): string => JSON.stringify(value);

function wholeNumber(
  name: string,
  given: Given,
  { from, otherwise }: { from: number; otherwise: number },
): number {
  const found = given.get(name);
  if (found === undefined) return otherwise;
  const value = Number(found);
  if (/^\d+$/.test(found) && Number.isSafeInteger(value) && value >= from) return value;
  throw new UsageError(`--${name}: found ${quote(found)}; allowed: a whole number from ${from}`);
}

function text(name: string, given: Given): string | null {
  const found = given.get(name);
  if (found === '') throw new UsageError(`--${name}: found ""; allowed: any text`);
  return found ?? null;
}

function browser(found: string): BrowserName {
  if (found === 'chromium' || found === 'firefox') return found;
  throw new UsageError(`--browser: found ${quote(found)}; allowed: chromium, firefox`);
}
