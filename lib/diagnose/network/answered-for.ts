import { filterRedirectFailure } from '../../failure/filter-answer.ts';
import type { Attempt } from '../../model/attempt.ts';
import { type ControlEvidence, operatorsOf } from '../evidence/control-evidence.ts';

const operatorsNeeded = 2;

const byOther = { failure: filterRedirectFailure, failedOperation: 'http_round_trip' } as const;

/**
 * The marks of answers that neutral sites of different operators have in common: they lead to one host only where
 * somebody between answers for them, as a gateway that wants people to log in. Sites at home may lead to their state's.
 */
function commonMarks(controls: readonly ControlEvidence[]): Set<string> {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const marks = new Set(foreign.flatMap(({ attempts }) => attempts.flatMap(markOf)));
  const leadingTo = (mark: string) =>
    foreign.filter(({ attempts }) => attempts.some((one) => markOf(one).includes(mark)));
  return new Set([...marks].filter((mark) => operatorsOf(leadingTo(mark)).size >= operatorsNeeded));
}

function markOf({ elsewhere }: Attempt): string[] {
  return elsewhere === undefined ? [] : [elsewhere];
}

/** What somebody else answers in place of sites is no answer of theirs. */
export function withoutAnswersForThem(controls: readonly ControlEvidence[]): ControlEvidence[] {
  const marks = commonMarks(controls);
  return controls.map((one) => ({
    ...one,
    attempts: one.attempts.map((each) =>
      markOf(each).some((mark) => marks.has(mark)) ? { ...each, ...byOther, ok: false } : each,
    ),
  }));
}

/** Whether somebody else answers for neutral sites. */
export function areAnsweredFor(controls: readonly ControlEvidence[]): boolean {
  return commonMarks(controls).size > 0;
}
