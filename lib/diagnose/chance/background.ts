import type { Attempt } from '../../model/attempt.ts';
import { sumOf, type Tally } from './contrast.ts';
import { byServer, tryOf } from './window.ts';

/** Attempts by target. */
type Targets = readonly (readonly Attempt[])[];

/** So probable a failure of all tries of a neutral site is taken for chance, and not for a site that is dead or filtered. */
const probable = 0.05;

/** The tries of everything in a round that got through at least once; on a bad network, of what never did as well. */
export function tallyOfTries(targets: Targets, isNetworkBad: boolean): Tally {
  return tallyOf(targets, (failed) => isNetworkBad || !failed);
}

/**
 * The share of connections that fail wherever they lead, from 0 to 1, with one standard error: a round in which little fails
 * elsewhere by chance would make much of what fails here.
 * @param counted the tries of what got through at least once
 * @param neutral of neutral sites, which are asked once or twice, so that those of which all tries fail are many
 */
export function backgroundShare(counted: Tally, neutral: Targets): number {
  const share = shareOfFailures(counted);
  const missed = tallyOf(neutral, (failed, tries) => failed && share ** tries >= probable);
  const all = sumOf([counted, missed]);
  const uncertain = all.failures * (1 - all.failures / Math.max(1, all.tries));
  return shareOfFailures(all) + Math.sqrt(uncertain) / (all.tries + 1);
}

/** @param counts whether a target counts of which all tries failed or not, and how many there were */
function tallyOf(targets: Targets, counts: (failed: boolean, tries: number) => boolean): Tally {
  const tries = targets
    .map((attempts) => attempts.flatMap(tryOf).filter((one) => one.mechanism !== byServer))
    .filter((one) => counts(!one.some(({ ok }) => ok), one.length))
    .flat();
  return { tries: tries.length, failures: tries.filter(({ ok }) => !ok).length };
}

/** The share of failed tries, smoothed. */
function shareOfFailures({ tries, failures }: Tally): number {
  return (failures + 0.5) / (tries + 1);
}
