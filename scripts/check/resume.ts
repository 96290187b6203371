import type { HistoryStretch } from '../../lib/model/history-stretch.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Ask } from './ask.ts';
import type { CheckOptions } from './command.ts';
import { type LastRound, newestFile, readLastRound } from './output-files.ts';

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
    return { last: readLastRound(file) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `--resume: found ${JSON.stringify(file)}, which cannot be gone on with (${reason}); allowed: a file of an earlier check with --format jsonl`,
    };
  }
}

/** The rounds of the profile that came after the last that was given, in the order of recording. */
export async function* roundsSince(ask: Ask, last: LastRound): AsyncGenerator<Round> {
  const selection = { from: last.startedAt, to: null, services: null };
  let after: number | null = null;
  do {
    const stretch: HistoryStretch = await ask('getRounds', { ...selection, after });
    yield* stretch.rounds.filter(({ id }) => id !== last.id);
    after = stretch.last;
  } while (after !== null);
}
