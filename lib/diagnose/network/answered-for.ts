import { filterRedirectFailure } from '../../failure/filter-answer.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { type ControlEvidence, operatorsOf } from '../evidence/control-evidence.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';

const operatorsNeeded = 2;

const byOther = { failure: filterRedirectFailure, failedOperation: 'http_round_trip' } as const;

/**
 * The marks of answers that neutral sites of different operators have in common: they lead to one host, or all show one page,
 * only where somebody between answers for them, as a gateway that wants people to log in. Sites at home may lead to their state's.
 */
function commonMarks(controls: readonly ControlEvidence[]): Set<string> {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const marks = new Set(foreign.flatMap(({ attempts }) => attempts.flatMap(markOf)));
  const leadingTo = (mark: string) =>
    foreign.filter(({ attempts }) => attempts.some((one) => markOf(one).includes(mark)));
  const answers = foreign.flatMap(({ attempts }) => attempts.filter(gotThrough));
  return new Set(
    [...marks].filter(
      (mark) =>
        operatorsOf(leadingTo(mark)).size >= operatorsNeeded &&
        // A filter, or a content network, may show its page in place of some.
        (!isPage(mark) || answers.every((one) => markOf(one).includes(mark))),
    ),
  );
}

function isPage(mark: string): boolean {
  return mark.startsWith('page ');
}

function markOf({ elsewhere }: Attempt): string[] {
  return elsewhere === undefined ? [] : [elsewhere];
}

/** What somebody else answers in place of sites is no answer of theirs. A site's own page is nothing to record. */
export function withoutAnswersForThem(controls: readonly ControlEvidence[]): ControlEvidence[] {
  const marks = commonMarks(controls);
  return controls.map((one) => ({ ...one, attempts: one.attempts.map(counted) }));

  function counted(attempt: Attempt): Attempt {
    const { elsewhere = '', ...own } = attempt;
    if (marks.has(elsewhere)) return { ...attempt, ...byOther, ok: false };
    return isPage(elsewhere) ? own : attempt;
  }
}

/** Whether somebody else answers for neutral sites. */
export function areAnsweredFor(controls: readonly ControlEvidence[]): boolean {
  return commonMarks(controls).size > 0;
}

/** A service, of which answers with the status of a page in place of all neutral sites are nobody's. */
export function withoutPageForAll(
  one: ServiceEvidence,
  controls: readonly ControlEvidence[],
): ServiceEvidence {
  const marks = commonMarks(controls);
  const pages = controls.flatMap(({ attempts }) =>
    attempts.filter((each) => markOf(each).some((mark) => isPage(mark) && marks.has(mark))),
  );
  const statuses = new Set(pages.map(({ httpStatus }) => httpStatus));
  const attempts = [...one.attempts].map(([id, each]): [string, readonly Attempt[]] => [
    id,
    each.map((answer) =>
      gotThrough(answer) && statuses.has(answer.httpStatus) ? { ...answer, valid: false } : answer,
    ),
  ]);
  return { ...one, attempts: new Map(attempts) };
}
