import type { Attempt } from '../../model/attempt.ts';
import { wasSleptThrough } from '../../observe/attempt-times.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { Verdict } from '../verdict.ts';

/** So long after its start an answer is no use to a person who waits, in milliseconds. */
const lateMs = 7_500;

/** Whether a target answered, and each time too late to be of use. */
export function answersLate(attempts: readonly Attempt[]): boolean {
  const answers = answersOf(attempts);
  return answers.length > 0 && answers.every(({ totalMs }) => (totalMs ?? 0) >= lateMs);
}

/** Null where an answer came in time. On a network that is slow itself, `temper` takes it for an answer. */
export function verdictOnLate(attempts: readonly Attempt[]): Verdict | null {
  if (!answersLate(attempts)) return null;
  return {
    state: 'impaired',
    confidence: answersOf(attempts).length > 1 ? 'medium' : 'low',
    locus: 'unknown',
    mechanisms: [],
    reason: 'answers-late',
    artefact: false,
  };
}

function answersOf(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((one) => evidenceOf(one) === 'reached' && !wasSleptThrough(one));
}
