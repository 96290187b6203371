import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** The width of a narrow terminal, in characters. */
const lineWidth = 80;

const gap = '  ';

/**
 * Aligns rows in columns, each as wide as its longest cell and at most as wide as `widest` allows; the last
 * column takes the rest of the line. Longer cells wrap. Widths are those on a
 * screen: colour codes have none, and an emoji takes two places.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  widest: readonly number[],
): string[] {
  const widths = widest.map((most, column) =>
    Math.min(most, Math.max(...rows.map((row) => stringWidth(row[column] ?? '')))),
  );
  const taken = widths.reduce((sum, width) => sum + width + gap.length, 0);
  return rows.flatMap((row) => alignRow(row, [...widths, lineWidth - taken]));
}

/** Breaks a line at spaces, and a word longer than the line at the line's end. */
export function wrapLine(line: string, width = lineWidth): string[] {
  return wrapAnsi(line, width, { hard: true }).split('\n');
}

function alignRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = row.map((cell, column) => wrapLine(cell, widths[column]));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

function pad(text: string, width: number): string {
  // A sign that is wider than its column stays whole.
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
