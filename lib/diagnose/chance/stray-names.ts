import type { TargetWindow, Try } from '../../model/standing.ts';
import { withoutKeptAnswers, withoutLongRuns } from './window.ts';

/**
 * How often this network's resolver misses a name, whichever it is, keeps to that for a while, and finds it later. What it keeps
 * is one answer; long runs are of a block that has ended, and a name that is still missed may be withheld.
 * @param services the windows of each after the round
 * @param neutral the tries of each neutral site in the round
 * @returns the share of such answers among those of all services but one, by its index, and of neutral sites, 0 to 1
 */
export function strayNameSharesAfter(
  services: readonly (readonly TargetWindow[])[],
  neutral: readonly (readonly Try[])[],
): (index: number) => number {
  const ofServices = services.map((windows) =>
    windows.filter((one) => !one.mostlyFails).flatMap(({ tries }) => answersUntilFound(tries)),
  );
  const ofSites = neutral.flatMap(answersUntilFound);
  return (index) => {
    const answers = [...ofSites, ...ofServices.filter((_one, other) => other !== index).flat()];
    return answers.filter(isMissed).length / Math.max(1, answers.length);
  };
}

/** A miss that the next try does not see shows nothing: each of several tries met a resolver's mood of its own. */
function answersUntilFound(tries: readonly Try[]): Try[] {
  const anew = withoutKeptAnswers(tries);
  const isKept = (index: number) => {
    const next = tries[index + 1];
    return next !== undefined && !anew.has(next);
  };
  const answers = tries.filter((one, index) => anew.has(one) && (!isMissed(one) || isKept(index)));
  return withoutLongRuns(answers.slice(0, answers.findLastIndex(({ ok }) => ok) + 1));
}

/** How many times in a row a name was not found, up to now, each time anew. */
export function missesInRow(tries: readonly Try[]): number {
  const anew = withoutKeptAnswers(tries);
  const other = tries.findLastIndex((one) => !isMissed(one));
  return tries.slice(other + 1).filter((one) => anew.has(one)).length;
}

function isMissed({ mechanism }: Try): boolean {
  return mechanism?.startsWith('dns.') === true;
}
