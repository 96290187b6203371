import { parseArgs } from 'node:util';

export interface AccuracyOptions {
  /** Benign rounds; the others come on top. */
  rounds: number;
  seed: number;
}

export type ParsedAccuracyArguments =
  | { ok: true; options: AccuracyOptions }
  | { ok: false; message: string };

/** Reads the options of `npm run accuracy`. */
export function parseAccuracyArguments(argv: readonly string[]): ParsedAccuracyArguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        rounds: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
      },
    });
    const options = {
      rounds: wholeNumber('--rounds', values.rounds, 1),
      seed: wholeNumber('--seed', values.seed, 0),
    };
    return { ok: true, options };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  throw new Error(`${name}: found "${text}", but a whole number from ${least} on is needed`);
}
