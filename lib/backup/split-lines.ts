import { BackupUnfit, shown } from './problem.ts';

/** How much of a file is read. */
export interface Bounds {
  /** Bytes of a line. */
  line: number;
  /** Bytes of all lines. */
  whole: number;
}

/** Several times what a history may come to (`lib/history/retention/thin-out.ts`), before it is compressed. */
export const usualBounds: Bounds = { line: 16 * 1024 * 1024, whole: 32 * 1024 ** 3 };

/** A line without its break, and its number from 1. */
export interface Line {
  number: number;
  bytes: Uint8Array;
}

const lineBreak = 0x0a;

/**
 * The lines of a text, each whole; never more than one of them in memory, and no more of it than the bounds allow.
 * @throws BackupUnfit where the last line has no break
 */
export async function* splitLines(
  parts: AsyncIterable<Uint8Array>,
  bounds: Bounds,
): AsyncGenerator<Line> {
  let number = 1;
  let whole = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    whole += part.length;
    if (whole > bounds.whole) throw new BackupUnfit(0, 'size', { found: shown(whole) });
    let start = 0;
    for (;;) {
      const end = part.indexOf(lineBreak, start);
      const piece = part.subarray(start, end === -1 ? part.length : end);
      length += piece.length;
      if (length > bounds.line) throw new BackupUnfit(number, 'line', { found: shown(length) });
      begun.push(piece);
      if (end === -1) break;
      yield { number, bytes: joined(begun, length) };
      number += 1;
      begun = [];
      length = 0;
      start = end + 1;
    }
  }
  if (length > 0) throw new BackupUnfit(number, 'end');
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
