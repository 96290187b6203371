import { parseArgs } from 'node:util';
import * as v from 'valibot';
import {
  type AnyOption,
  type Command,
  type Options,
  typedOptions,
  type Values,
} from './command.ts';

/** The options, or one line that names the wrong option, the value found and the values allowed. */
export type Parsed<Result> = { ok: true; options: Result } | { ok: false; message: string };

class UsageError extends Error {}

/** Reads a command line. If an option is given twice, the last one counts. */
export function parseArguments<Given extends Options>(
  { options }: Pick<Command<Given>, 'options'>,
  argv: readonly string[],
): Parsed<Values<Given>> {
  try {
    return { ok: true, options: readValues(options, argv) };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, message: error.message };
    throw error;
  }
}

function readValues<Given extends Options>(options: Given, argv: readonly string[]): Values<Given> {
  const known = typedOptions(options);
  const given = collect(known, argv);
  const values = [...known].map(([name, option]) => {
    const found = given.get(name);
    return [option.key, found === undefined ? option.otherwise : read(name, option, found)];
  });
  return Object.fromEntries(values) as Values<Given>;
}

function read(name: string, { schema, allowed }: AnyOption, found: string): unknown {
  const result = v.safeParse(schema, found);
  if (result.success) return result.output;
  // For a list, the issue holds the one word that is wrong.
  const [{ input }] = result.issues;
  const wrong = typeof input === 'string' ? input : found;
  throw new UsageError(`--${name}: found ${quote(wrong)}; ${allowed}`);
}

// The messages of parseArgs span several lines and do not say what is allowed, so this function checks its
// tokens instead, just as strictly.
function collect(
  known: ReadonlyMap<string, AnyOption>,
  argv: readonly string[],
): Map<string, string> {
  const options = [...known].map(([name, { placeholder, letter }]) => [
    name,
    {
      type: placeholder === null ? 'boolean' : 'string',
      ...(letter && { short: letter }),
    } as const,
  ]);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      const allowed = namesOf(known);
      throw new UsageError(`Found ${quote(token.value)}, but only options are allowed: ${allowed}`);
    }
    if (token.kind === 'option') given.set(token.name, readValue(known, token));
  }
  return given;
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  /** Whether the value came after an equals sign. */
  inlineValue: boolean | undefined;
}

function readValue(
  known: ReadonlyMap<string, AnyOption>,
  { name, rawName, value, inlineValue }: OptionToken,
): string {
  const option = known.get(name);
  if (option === undefined) {
    const allowed = namesOf(known);
    throw new UsageError(`Found ${quote(rawName)}, which is no option; allowed: ${allowed}`);
  }
  // An option in the place of a value: the value was forgotten.
  const isMissing = value === undefined || (inlineValue === false && isOption(known, value));
  if (option.placeholder !== null && isMissing) {
    throw new UsageError(`${rawName}: found nothing; ${option.allowed}`);
  }
  if (option.placeholder === null && value !== undefined) {
    throw new UsageError(`${rawName}: found ${quote(value)}; ${option.allowed}`);
  }
  return value ?? '';
}

function isOption(known: ReadonlyMap<string, AnyOption>, text: string): boolean {
  const [name = ''] = text.slice(2).split('=');
  return text.startsWith('--') && known.has(name);
}

function namesOf(known: ReadonlyMap<string, AnyOption>): string {
  return [...known.keys()].map((name) => `--${name}`).join(', ');
}

// JSON's quotes keep line breaks and control characters from breaking the line.
const quote = (value: string): string => JSON.stringify(value);
