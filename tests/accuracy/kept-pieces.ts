import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { catalog } from '../../lib/catalog/index.ts';
import { logicVersion } from '../../lib/diagnose/round.ts';
import type { Tally } from './count/tally.ts';
import type { Job, Piece } from './simulate.ts';

/** The pieces of a job that are done. */
export interface KeptPieces {
  tallyOf: (piece: Piece) => Tally | undefined;
  keep: (piece: Piece, tally: Tally) => void;
}

interface Line {
  piece: Piece;
  tally: Tally;
}

/**
 * Keeps pieces in memory, and in a file if one is named, from which a later run goes on: JSON Lines, the first of
 * which tells what is counted. A last line that a stopped run has torn is removed.
 * @throws Error if the file holds another count
 */
export function openKeptPieces(file: string | null, job: Job): KeptPieces {
  const tallies = new Map<string, Tally>();
  if (file !== null) {
    const head = JSON.stringify({ logic: logicVersion, catalog: catalog.version, ...job });
    for (const { piece, tally } of readLines(file, head)) tallies.set(keyOf(piece), tally);
  }
  return {
    tallyOf: (piece) => tallies.get(keyOf(piece)),
    keep(piece, tally) {
      tallies.set(keyOf(piece), tally);
      if (file !== null) appendFileSync(file, `${JSON.stringify({ piece, tally })}\n`);
    },
  };
}

function readLines(file: string, head: string): Line[] {
  if (!existsSync(file)) {
    appendFileSync(file, `${head}\n`);
    return [];
  }
  const text = readFileSync(file, 'utf8');
  const [first, ...lines] = text.split('\n');
  if (first !== head) throw new Error(`found a file that begins with ${first}; allowed: ${head}`);
  const torn = lines.pop() ?? '';
  truncateSync(file, Buffer.byteLength(text) - Buffer.byteLength(torn));
  return lines.map((line) => withEndless(JSON.parse(line) as Line));
}

/** JSON writes `Infinity` as null. */
function withEndless({ piece, tally }: Line): Line {
  const minutes = tally.minutes.map((one: number | null) => one ?? Number.POSITIVE_INFINITY);
  return { piece, tally: { ...tally, minutes } };
}

function keyOf({ situation, from, to }: Piece): string {
  return `${situation} ${from} ${to}`;
}
