import { states, type Tally } from '../count/tally.ts';
import type { PromiseResult } from './promises.ts';
import { share, table, whole } from './table.ts';

export function promiseTable(promises: readonly PromiseResult[]): string {
  return table(
    ['promise', 'allowed', 'counted', 'of', 'kept'],
    promises.map(({ name, allowed, count, of, kept }) => [
      name,
      allowed,
      count.toLocaleString('en'),
      of.toLocaleString('en'),
      kept ? 'yes' : '**no**',
    ]),
  );
}

export function falseAlarmTable(tallies: readonly Tally[]): string {
  return table(
    ['situation', 'rounds', 'blocked', 'in the round', 'likely', 'in the round', 'description'],
    tallies.map((one) => [
      one.situation,
      whole(one.rounds),
      whole(one.blocked.said),
      whole(one.blocked.seen),
      whole(one.likely.said),
      whole(one.likely.seen),
      one.about,
    ]),
  );
}

export function confusionTable(tallies: readonly Tally[]): string {
  return table(
    ['situation', ...states],
    tallies.map((one) => [one.situation, ...states.map((state) => whole(one.said[state]))]),
  );
}

export function interferenceTable(tallies: readonly Tally[]): string {
  return table(
    [
      'situation',
      'reported after',
      'cleared after',
      'rounds',
      'missed',
      'gaps',
      'precision',
      'depth',
    ],
    tallies.map((one) => [
      one.situation,
      histogram(one.detection),
      histogram(one.recovery),
      whole(one.steady),
      whole(one.missed),
      whole(one.gaps),
      share(one.labels.precision, one.labels.count),
      share(one.labels.depth, one.labels.count),
    ]),
  );
}

export function aboutTable(tallies: readonly Tally[]): string {
  return table(
    ['situation', 'description'],
    tallies.map(({ situation, about }) => [situation, about]),
  );
}

/** As `1: 20, 2: 11, never: 1`. */
function histogram(counts: Readonly<Record<number, number>>): string {
  return Object.entries(counts)
    .map(([rounds, count]) => ({ rounds: Number(rounds), count }))
    .toSorted((left, right) => orderOf(left.rounds) - orderOf(right.rounds))
    .map(({ rounds, count }) => `${rounds === -1 ? 'never' : rounds}: ${count}`)
    .join(', ');
}

function orderOf(rounds: number): number {
  return rounds === -1 ? Number.POSITIVE_INFINITY : rounds;
}
