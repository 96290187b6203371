import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs';
import path from 'node:path';

/** How often a new file is begun. */
export const rotations = ['never', 'day'] as const;
export type Rotation = (typeof rotations)[number];

/** The last round that a file of JSON Lines holds. */
export interface LastRound {
  id: string;
  /** ISO 8601 UTC. */
  startedAt: string;
}

/** The file for a round: with `day`, FILE with the day (UTC) in its name. */
export function fileOf(file: string, rotation: Rotation, startedAt: string): string {
  if (rotation === 'never') return file;
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-${startedAt.slice(0, 10)}${ext}`);
}

/** The files of earlier runs, that of the latest day first. */
export function earlierFiles(file: string, rotation: Rotation): string[] {
  if (rotation === 'never') return existsSync(file) ? [file] : [];
  const { dir, name, ext } = path.parse(file);
  const isOne = (entry: string) =>
    entry.startsWith(`${name}-`) &&
    entry.endsWith(ext) &&
    /^\d{4}-\d\d-\d\d$/.test(entry.slice(name.length + 1, entry.length - ext.length));
  const entries = readdirSync(dir).filter(isOne).toSorted().toReversed();
  return entries.map((entry) => path.join(dir, entry));
}

/**
 * The last round of a file; null if it holds none. A line that was never completed is removed: its round was not
 * yet given. Some disks have zeros in its place after a failure of power.
 * @throws where the file ends with anything but a round
 */
export function readLastRound(file: string): LastRound | null {
  const descriptor = openSync(file, 'r+');
  try {
    const { size } = fstatSync(descriptor);
    const end = lastBreak(descriptor, size) + 1;
    const begun =
      read(descriptor, end, Math.min(size, end + beginning.length)).split('\0')[0] ?? '';
    if (!beginning.startsWith(begun)) throw new Error('it ends with a line that is no round');
    const last = end === 0 ? null : roundBefore(descriptor, end - 1);
    if (end < size) ftruncateSync(descriptor, end);
    return last;
  } finally {
    closeSync(descriptor);
  }
}

/** How each line of a round begins. */
const beginning = '{"schema":"dozvon.round/1",';

function roundBefore(descriptor: number, end: number): LastRound {
  const line = read(descriptor, lastBreak(descriptor, end) + 1, end);
  if (!line.startsWith(beginning)) throw new Error('its last line is no round');
  const { id, startedAt } = JSON.parse(line) as LastRound;
  return { id, startedAt };
}

function read(descriptor: number, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  readSync(descriptor, bytes, 0, bytes.length, from);
  return bytes.toString();
}

const chunkBytes = 65_536;

/** Where the last line break before `end` is; -1 where there is none. */
function lastBreak(descriptor: number, end: number): number {
  const chunk = Buffer.alloc(chunkBytes);
  for (let to = end; to > 0; to -= chunkBytes) {
    const from = Math.max(0, to - chunkBytes);
    readSync(descriptor, chunk, 0, to - from, from);
    const found = chunk.subarray(0, to - from).lastIndexOf(10);
    if (found !== -1) return from + found;
  }
  return -1;
}
