import type { HistoryStretch, StretchRequest } from '../../lib/model/history-stretch.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Ask } from './ask.ts';
import type { CheckOptions } from './command.ts';
import { earlierFiles, fileOf, type LastRound, readLastRound } from './output-files.ts';
import { isLink } from './places.ts';

type ResumeOptions = Pick<CheckOptions, 'resume' | 'rotate' | 'output' | 'format'>;

/** Why the command could not go on in its file; null if it can, or is not to. */
export function problemOfFiles({ resume, rotate, output, format }: ResumeOptions): string | null {
  if (rotate !== 'never' && output === null) {
    return `--rotate: found ${JSON.stringify(rotate)} without a file; allowed: with --output`;
  }
  if (!resume) return null;
  if (output === null) return '--resume: found without a file; allowed: with --output';
  if (format !== 'jsonl') {
    return `--resume: found --format ${format}; allowed: --format jsonl`;
  }
  return null;
}

/**
 * The last round of each file of earlier runs, or why the newest cannot be gone on with. The newest is that of today or
 * before; files of later days, which a clock that was ahead has made, come last.
 */
export function lastGiven(
  { output, rotate }: ResumeOptions,
  now = new Date(),
): { last: LastRound[] } | { problem: string } {
  if (output === null) return { last: [] };
  const files = earlierFiles(output, rotate);
  const today = fileOf(output, rotate, now.toISOString());
  const [newest, ...others] = [
    ...files.filter((file) => file <= today),
    ...files.filter((file) => file > today),
  ];
  if (newest === undefined) return { last: [] };
  try {
    const last = [readUnlinked(newest), ...others.map(readIfAny)];
    return { last: last.filter((one) => one !== null) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `--resume: found ${JSON.stringify(newest)}, which cannot be gone on with (${reason}); allowed: a file of an earlier check with --format jsonl`,
    };
  }
}

function readUnlinked(file: string): LastRound | null {
  // The day in its name comes after the look at `--output`.
  if (isLink(file)) throw new Error('it is a symbolic link');
  return readLastRound(file);
}

/** People may do with older files what they want. */
function readIfAny(file: string): LastRound | null {
  try {
    return readUnlinked(file);
  } catch {
    return null;
  }
}

/**
 * The rounds of the profile that were recorded after all that were given, in that order: a clock that was ahead for a
 * while dates later ones before it.
 * @param last of each file
 */
export async function* roundsSince(ask: Ask, last: readonly LastRound[]): AsyncGenerator<Round> {
  const [newest, ...others] = last;
  if (newest === undefined) return;
  let latest = newest;
  // Which file was written last is not told by its day.
  if (others.length > 0) {
    for await (const { id } of roundsAfter(ask, newest)) {
      latest = others.find((one) => one.id === id) ?? latest;
    }
  }
  yield* roundsAfter(ask, latest);
}

/** What was recorded after a round; where the profile has that one no more, the rounds that began later. */
async function* roundsAfter(ask: Ask, last: LastRound): AsyncGenerator<Round> {
  const found = await findStretch(ask, last);
  if (found === undefined) {
    for await (const { rounds } of stretches(ask, { from: last.startedAt })) yield* rounds;
    return;
  }
  let isLater = false;
  for await (const { rounds } of stretches(ask, { after: found })) {
    const at = isLater ? -1 : rounds.findIndex(({ id }) => id === last.id);
    yield* rounds.slice(at + 1);
    isLater = true;
  }
}

/** After what the stretch begins that has a round; undefined if none has it. */
async function findStretch(
  ask: Ask,
  { id, startedAt }: LastRound,
): Promise<number | null | undefined> {
  const to = new Date(Date.parse(startedAt) + 1).toISOString();
  let after: number | null = null;
  for await (const { rounds, last } of stretches(ask, { from: startedAt, to })) {
    if (rounds.some((one) => one.id === id)) return after;
    after = last;
  }
  return undefined;
}

async function* stretches(
  ask: Ask,
  selection: Partial<StretchRequest>,
): AsyncGenerator<HistoryStretch> {
  let after = selection.after ?? null;
  do {
    const request = { from: null, to: null, services: null, ...selection, after };
    const stretch: HistoryStretch = await ask('getRounds', request);
    yield stretch;
    after = stretch.last;
  } while (after !== null);
}
