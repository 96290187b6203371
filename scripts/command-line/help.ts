import { alignColumns, wrapLine } from './columns.ts';
import { type AnyOption, type Command, type Options, typedOptions } from './command.ts';

const widestOption = 40;

/** The output of `--help`, with a final line break. No line is longer than 80 characters. */
export function helpText({ usage, summary, options, notes }: Command<Options>): string {
  // An empty column indents the others.
  const rows = [...typedOptions(options)].map(([name, option]) => ['', ...rowOf(name, option)]);
  return [
    ...wrapLine(`${summary}.`),
    '',
    usage,
    '',
    ...alignColumns(rows, [0, widestOption]),
    '',
    ...notes.split('\n').flatMap((line) => wrapLine(line)),
    '',
  ].join('\n');
}

function rowOf(name: string, { placeholder, help, otherwiseText }: AnyOption): [string, string] {
  return [
    placeholder === null ? `--${name}` : `--${name} ${placeholder}`,
    otherwiseText === null ? help : `${help} (${otherwiseText})`,
  ];
}
