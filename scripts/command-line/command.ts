import { flag, type Option } from './option.ts';

// A schema takes values in and gives them out, so no other type holds for options of every value.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyOption = Option<any>;
export type Options = Readonly<Record<string, AnyOption>>;

/** What a command line may hold, and what its help says. */
export interface Command<Given extends Options> {
  /** As a person types it: `npm run check -- [options]`. */
  usage: string;
  /** One sentence, without its full stop. */
  summary: string;
  options: Given;
  /** What the help says after the options. */
  notes: string;
}

/** The values by the names that the code uses. */
export type Values<Given extends Options> = {
  -readonly [Name in keyof Given]: Given[Name] extends Option<infer Value> ? Value : never;
} & { help: boolean };

/** All options, with `--help`, which every command has, by the names that are typed. */
export function typedOptions(options: Options): Map<string, AnyOption & { key: string }> {
  const all = { ...options, help: flag('prints this', 'h') };
  return new Map(
    Object.entries(all).map(([key, option]) => [option.name ?? key, { ...option, key }]),
  );
}
