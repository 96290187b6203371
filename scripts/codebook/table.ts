/** A Markdown table with padded columns. Columns of numbers are right-aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const rightward = head.map((_title, column) => rows.every((row) => isNumber(row[column] ?? '')));
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    rightward[column] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');

  function pad(cell: string, column: number): string {
    const width = widths[column] ?? 0;
    return rightward[column] === true ? cell.padStart(width) : cell.padEnd(width);
  }
}

function isNumber(cell: string): boolean {
  return /^-?[\d,.–]*$/.test(cell);
}
