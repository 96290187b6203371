import { flag, type Option } from './option.ts';

// A schema uses its value type as both input and output, so no other type fits options of every value.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyOption = Option<any>;
export type Options = Readonly<Record<string, AnyOption>>;

/** The options of a command and the text of its help. */
export interface Command<Given extends Options> {
  /** Such as `npm run check -- [options]`. */
  usage: string;
  /** One sentence, without its full stop. */
  summary: string;
  options: Given;
  /** Text of the help after the options. */
  notes: string;
}

/** The values, by the names that the code uses. */
export type Values<Given extends Options> = {
  -readonly [Name in keyof Given]: Given[Name] extends Option<infer Value> ? Value : never;
} & { help: boolean };

/** All options of a command, including `--help`, by the names that a person types. */
export function typedOptions(options: Options): Map<string, AnyOption & { key: string }> {
  const all = { ...options, help: flag('prints this', { letter: 'h' }) };
  return new Map(
    Object.entries(all).map(([key, option]) => [option.name ?? key, { ...option, key }]),
  );
}
