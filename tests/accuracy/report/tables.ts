import { table } from '../../../scripts/codebook/table.ts';
import { states, type Tally } from '../count/tally.ts';
import { share, whole } from './figures.ts';
import { changesADay, type PromiseResult } from './promises.ts';

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
    [
      'situation',
      'rounds',
      'blocked',
      'in the round',
      'likely',
      'in the round',
      'changes a day',
      'description',
    ],
    tallies.map((one) => [
      one.situation,
      whole(one.rounds),
      whole(one.blocked.said),
      whole(one.blocked.seen),
      whole(one.likely.said),
      whole(one.likely.seen),
      one.isSteady ? changesADay(one).toFixed(2) : '',
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

/** Verdicts on the services that a condition concerns, after its second round. */
export function concernedTable(tallies: readonly Tally[]): string {
  return table(
    ['situation', 'true', ...states, 'labels', 'false', 'low', 'changes a day'],
    tallies.map((one) => [
      one.situation,
      one.truth,
      ...states.map((state) => whole(one.afterSecond[state])),
      whole(one.labels.count),
      whole(one.labels.false),
      whole(one.labels.low),
      changesADay(one).toFixed(2),
    ]),
  );
}

/** Only what went wrong, as there are many pairs. */
export function pairTable(tallies: readonly Tally[]): string {
  const isWrong = ({ blocked, likely, missed }: Tally) => blocked.said + likely.said + missed > 0;
  return table(
    ['pair', 'rounds', 'blocked', 'likely', 'under a block', 'missed', 'gaps'],
    tallies
      .filter(isWrong)
      .map((one) => [
        one.situation,
        whole(one.rounds),
        whole(one.blocked.said),
        whole(one.likely.said),
        whole(one.steady),
        whole(one.missed),
        whole(one.gaps),
      ]),
  );
}

/** Minutes until a block in part was reported, and networks that were not called normal. */
export function partTable(tallies: readonly Tally[]): string {
  return table(
    ['situation', 'people', 'within 45 minutes', 'within 90', 'later', 'never', 'median'],
    tallies.map(({ situation, minutes }) => {
      const within = (limit: number) => minutes.filter((one) => one <= limit).length;
      const ever = minutes.filter((one) => Number.isFinite(one)).length;
      const median = minutes.toSorted((left, right) => left - right)[minutes.length >> 1];
      return [
        situation,
        whole(minutes.length),
        whole(within(45)),
        whole(within(90)),
        whole(ever - within(90)),
        whole(minutes.length - ever),
        median === undefined ? '' : median.toFixed(0),
      ];
    }),
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
