import { detectionRounds } from '../count/observer.ts';
import type { Tally } from '../count/tally.ts';

/** One promise about error rates, and whether it was kept. */
export interface PromiseResult {
  name: string;
  /** In words, as `1 in 10,000 rounds`. */
  allowed: string;
  /** The same as a share from 0 to 1. */
  allowedShare: number;
  count: number;
  /** The number of cases among which `count` was found. */
  of: number;
  kept: boolean;
}

/** Rounds within which the end of interference must be reported. */
const recoveryRounds = { least: 2, most: 4 };

export function judgePromises(tallies: readonly Tally[]): PromiseResult[] {
  const benign = tallies.filter(({ kind }) => kind === 'benign');
  const hindered = tallies.filter(({ kind }) => kind === 'interference');
  const onGoodLines = hindered.filter(({ situation }) => !situation.includes('loss'));
  const onLossyLines = hindered.filter((one) => !onGoodLines.includes(one));
  const rounds = (of: readonly Tally[]) => sum(of, (one) => one.rounds);
  const steady = (of: readonly Tally[]) => sum(of, (one) => one.steady);
  return [
    atMost('no false “blocked”', 0, sum(benign, shownBlocked), rounds(benign)),
    atMost('few false “likely blocked”', 1e-4, sum(benign, shownLikely), rounds(benign)),
    atMost('no false “blocked” beside a block', 0, sum(hindered, shownBlocked), rounds(hindered)),
    atMost(
      'few false “likely blocked” beside a block',
      1e-4,
      sum(hindered, shownLikely),
      rounds(hindered),
    ),
    atMost(
      'few misses of a steady block, good line',
      1e-3,
      sum(onGoodLines, unreported),
      steady(onGoodLines),
    ),
    atMost(
      'few misses of a steady block, mild loss',
      1e-3,
      sum(onLossyLines, unreported),
      steady(onLossyLines),
    ),
    atMost('a block is reported within 2 rounds', 1e-2, ...late(hindered)),
    atMost('its end is reported after 2 to 4 rounds', 1e-2, ...untimely(hindered)),
  ];
}

function atMost(name: string, share: number, count: number, of: number): PromiseResult {
  const allowed = share === 0 ? 'none' : `1 in ${Math.round(1 / share).toLocaleString('en')}`;
  return { name, allowed, allowedShare: share, count, of, kept: of > 0 && count / of <= share };
}

function late(tallies: readonly Tally[]): [count: number, of: number] {
  return outside(
    tallies.map(({ detection }) => detection),
    { least: 0, most: detectionRounds },
  );
}

function untimely(tallies: readonly Tally[]): [count: number, of: number] {
  return outside(
    tallies.map(({ recovery }) => recovery),
    recoveryRounds,
  );
}

function outside(
  histograms: readonly Record<number, number>[],
  { least, most }: { least: number; most: number },
): [count: number, of: number] {
  const cases = histograms.flatMap((one) =>
    Object.entries(one).map(([rounds, count]) => ({ rounds: Number(rounds), count })),
  );
  const wrong = cases.filter(({ rounds }) => rounds < least || rounds > most);
  return [sum(wrong, ({ count }) => count), sum(cases, ({ count }) => count)];
}

function shownBlocked({ blocked }: Tally): number {
  return blocked.said;
}

function shownLikely({ likely }: Tally): number {
  return likely.said;
}

/** A gap is honest but does not help, so it counts as a miss. */
function unreported({ missed, gaps }: Tally): number {
  return missed + gaps;
}

function sum<T>(list: readonly T[], numberOf: (one: T) => number): number {
  return list.reduce((total, one) => total + numberOf(one), 0);
}
