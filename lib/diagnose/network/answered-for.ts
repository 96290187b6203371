import { filterRedirectFailure } from '../../failure/filter-answer.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { type ControlEvidence, operatorsOf } from '../evidence/control-evidence.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';

const operatorsNeeded = 2;

const byOther = { failure: filterRedirectFailure, failedOperation: 'http_round_trip' } as const;

/** How the mark of a page begins, of one in place of an answer that has none, and of one that stands in place of all. */
export const page = 'page ';
export const inPlace = 'in-place ';
const forAll = 'for-all ';

/**
 * The marks of answers that neutral sites of different operators have in common: they lead to one host, or all show one page
 * and one of them has none, only where somebody between answers for them, as a gateway that wants people to log in.
 * Sites at home may lead to their state's.
 */
function commonMarks(controls: readonly ControlEvidence[]): Set<string> {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const answers = foreign.flatMap(({ attempts }) => attempts.filter(gotThrough));
  const marks = new Set(foreign.flatMap(({ attempts }) => attempts.flatMap(marksOf)));
  // A filter, or a content network, may show its page in place of some.
  const isOfAll = (mark: string) =>
    marks.has(mark.replace(page, inPlace)) &&
    answers.length > 0 &&
    answers.every((one) => marksOf(one).includes(mark));
  const showing = (mark: string) =>
    foreign.filter(({ attempts }) => attempts.some((one) => marksOf(one).includes(mark)));
  return new Set(
    [...marks]
      .filter((mark) => operatorsOf(showing(mark)).size >= operatorsNeeded)
      .filter((mark) => (isPage(mark) ? isOfAll(mark) : !mark.startsWith(inPlace))),
  );
}

function isPage(mark: string): boolean {
  return mark.startsWith(page);
}

/** What stands in place of nothing is a page as well. */
function marksOf({ elsewhere }: Attempt): string[] {
  if (elsewhere === undefined) return [];
  return elsewhere.startsWith(inPlace)
    ? [elsewhere.replace(inPlace, page), elsewhere]
    : [elsewhere];
}

/** What somebody else answers in place of sites is no answer of theirs. A site's own page is nothing to record. */
export function withoutAnswersForThem(controls: readonly ControlEvidence[]): ControlEvidence[] {
  const marks = commonMarks(controls);
  return controls.map((one) => ({ ...one, attempts: one.attempts.map(counted) }));

  function counted(attempt: Attempt): Attempt {
    const [mark] = marksOf(attempt);
    if (mark === undefined) return attempt;
    if (marks.has(mark)) {
      return { ...attempt, ...byOther, ok: false, elsewhere: mark.replace(page, forAll) };
    }
    const { elsewhere: _page, ...own } = attempt;
    return isPage(mark) ? own : attempt;
  }
}

/** Whether somebody else answers for neutral sites. */
export function areAnsweredFor(controls: readonly ControlEvidence[]): boolean {
  return commonMarks(controls).size > 0;
}

/** A service, of which answers with the status of a page that stands in place of all neutral sites are nobody's. */
export function withoutPageForAll(
  one: ServiceEvidence,
  controls: readonly ControlEvidence[],
): ServiceEvidence {
  const pages = controls.flatMap(({ attempts }) =>
    attempts.filter(({ elsewhere }) => elsewhere?.startsWith(forAll)),
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
