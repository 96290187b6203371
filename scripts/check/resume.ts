import type { HistoryStretch, StretchRequest } from '../../lib/model/history-stretch.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Ask } from './ask.ts';
import type { CheckOptions } from './command.ts';
import { type LastRound, newestFile, readLastRound } from './output-files.ts';
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

/** The last round that an earlier run has given, or why its file cannot be gone on with. */
export function lastGiven({
  output,
  rotate,
}: ResumeOptions): { last: LastRound | null } | { problem: string } {
  const file = output === null ? null : newestFile(output, rotate);
  if (file === null) return { last: null };
  try {
    // The day in its name comes after the look at `--output`.
    if (isLink(file)) throw new Error('it is a symbolic link');
    return { last: readLastRound(file) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `--resume: found ${JSON.stringify(file)}, which cannot be gone on with (${reason}); allowed: a file of an earlier check with --format jsonl`,
    };
  }
}

/**
 * The rounds of the profile that were recorded after the last that was given, in that order: a clock that was ahead
 * for a while dates later ones before it. Where the profile has that one no more, those that began later.
 */
export async function* roundsSince(ask: Ask, last: LastRound): AsyncGenerator<Round> {
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
