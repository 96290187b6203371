import type { Confidence, NetworkState, ServiceState } from '../../../lib/model/state.ts';
import { states, type Tally } from '../count/tally.ts';
import { detectionRounds } from '../count/truth.ts';
import { isApart } from '../simulate.ts';
import type { Family } from '../situations/situation.ts';
import { judgedWorlds, settledWith } from './calibration.ts';

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

type Counted = [count: number, of: number];

/** Rounds within which the end of interference must be reported. */
const recoveryRounds = { least: 2, most: 4 };
/** Rounds of a day. */
const roundsOfDay = 96;
/** Minutes within which a block in part must be reported: all, and half of them. */
const partMinutes = { most: 90, median: 45 };

export function judgePromises(tallies: readonly Tally[]): PromiseResult[] {
  const alone = tallies.filter((one) => !isApart(one));
  const pairs = of(tallies, 'pair');
  const byHand = of(tallies, 'by hand');
  const benign = alone.filter(({ kind }) => kind === 'benign');
  const hindered = alone.filter(({ kind }) => kind === 'interference');
  return [
    ...falseAlarms('', benign),
    ...falseAlarms(' beside a block', hindered),
    ...(pairs.length === 0 ? [] : falseAlarms(' with two faults at once', pairs)),
    ...(byHand.length === 0 ? [] : falseAlarms(' in checks by hand', byHand)),
    ...steadyBlocks(alone),
    ...chances(alone),
    ...confidence(alone),
    ...benignFaults(alone),
    ...parts(alone),
    ...homes(alone),
  ];
}

function falseAlarms(where: string, tallies: readonly Tally[]): PromiseResult[] {
  const rounds = sum(tallies, (one) => one.rounds);
  return [
    atMost(`no false “blocked”${where}`, 0, [sum(tallies, ({ blocked }) => blocked.said), rounds]),
    atMost(`few false “likely blocked”${where}`, 1e-4, [
      sum(tallies, ({ likely }) => likely.said),
      rounds,
    ]),
  ];
}

function steadyBlocks(tallies: readonly Tally[]): PromiseResult[] {
  const good = of(tallies, 'steady block');
  const lossy = of(tallies, 'steady block, lossy');
  const both = [...good, ...lossy];
  return [
    atMost('few misses of a steady block, good line', 1e-3, unreported(good)),
    atMost('few misses of a steady block, mild loss', 1e-3, unreported(lossy)),
    atMost(
      'a block is reported within 2 rounds',
      1e-2,
      outside(
        both.map(({ detection }) => detection),
        { least: 0, most: detectionRounds },
      ),
    ),
    atMost(
      'its end is reported after 2 to 4 rounds',
      1e-2,
      outside(
        both.map(({ recovery }) => recovery),
        recoveryRounds,
      ),
    ),
  ];
}

function chances(tallies: readonly Tally[]): PromiseResult[] {
  const most = of(tallies, 'mostly blocked').map(({ afterSecond }) => afterSecond);
  const half = of(tallies, 'half blocked').map(({ afterFourth }) => afterFourth);
  return [
    atMost('80 % blocked or more is not “ok” after 2 rounds', 1e-2, verdicts(most, ['ok'])),
    atMost('50 % blocked is “impaired” after 4 rounds', 0.1, verdicts(half, allBut('impaired'))),
  ];
}

function confidence(tallies: readonly Tally[]): PromiseResult[] {
  const worlds = judgedWorlds(tallies);
  const untrue = (how: Confidence): Counted => {
    const said = settledWith(worlds, how);
    return [said.count - said.true, said.count];
  };
  return [
    atMost('what is said with high confidence is true', 1e-3, untrue('high')),
    atMost('what is said with medium confidence is true', 1e-2, untrue('medium')),
  ];
}

function benignFaults(tallies: readonly Tally[]): PromiseResult[] {
  const alike = of(tallies, 'alike').map(({ said }) => said);
  const loss = of(tallies, 'path loss');
  const steady = tallies.filter(({ isSteady }) => isSteady);
  const unsteady = steady.filter((one) => changesADay(one) > 1);
  return [
    atMost('5 % failing everywhere is “ok”', 0, verdicts(alike, allBut('ok'))),
    atMost('loss to some services leaves the network normal', 0, networksBut('normal', loss)),
    atMost('loss to some services is not laid to their names', 0, [
      sum(loss, ({ labels }) => labels.false),
      sum(loss, ({ labels }) => labels.count),
    ]),
    atMost('steady situations with more than a change a day', 0, [unsteady.length, steady.length]),
  ];
}

function parts(tallies: readonly Tally[]): PromiseResult[] {
  const minutes = of(tallies, 'block in part').flatMap((one) => one.minutes);
  const later = (limit: number): Counted => [
    minutes.filter((one) => one > limit).length,
    minutes.length,
  ];
  return [
    atMost('a block in part is reported within 90 minutes', 0, later(partMinutes.most)),
    atMost('half of them within 45 minutes', 0.5, later(partMinutes.median)),
  ];
}

/** Settled verdicts on all services in other countries; a gap is not right either. */
function homes(tallies: readonly Tally[]): PromiseResult[] {
  const there = of(tallies, 'at home');
  const said = there.flatMap(({ settled }) => Object.entries(settled));
  const countOf = (ending: string) =>
    said.filter(([how]) => how.endsWith(ending)).reduce((all, [, count]) => all + count, 0);
  const gaps = sum(there, (one) => one.gaps);
  const wrong = countOf(' false') + gaps;
  return [atMost('in other countries states are right', 1e-2, [wrong, wrong + countOf(' true')])];
}

/** Changes of what is shown of one service, a day; of those that a condition concerns if there are any. */
export function changesADay({ changes }: Tally): number {
  const { concerned, concernedRounds, others, othersRounds } = changes;
  const [count, rounds] =
    concernedRounds > 0 ? [concerned, concernedRounds] : [others, othersRounds];
  return rounds === 0 ? 0 : (count * roundsOfDay) / rounds;
}

function of(tallies: readonly Tally[], wanted: Family): Tally[] {
  return tallies.filter(({ family }) => family === wanted);
}

function atMost(name: string, share: number, [count, total]: Counted): PromiseResult {
  const allowed = share === 0 ? 'none' : `1 in ${Math.round(1 / share).toLocaleString('en')}`;
  const kept = total > 0 && count / total <= share;
  return { name, allowed, allowedShare: share, count, of: total, kept };
}

function verdicts(
  counts: readonly Record<ServiceState, number>[],
  wrong: readonly ServiceState[],
): Counted {
  const number = (among: readonly ServiceState[]) =>
    sum(counts, (one) => sum(among, (state) => one[state]));
  return [number(wrong), number(states)];
}

function allBut(right: ServiceState): ServiceState[] {
  return states.filter((state) => state !== right);
}

function networksBut(right: NetworkState, tallies: readonly Tally[]): Counted {
  const rounds = sum(tallies, (one) => one.rounds);
  return [rounds - sum(tallies, ({ networks }) => networks[right] ?? 0), rounds];
}

function outside(
  histograms: readonly Record<number, number>[],
  { least, most }: { least: number; most: number },
): Counted {
  const cases = histograms.flatMap((one) =>
    Object.entries(one).map(([rounds, count]) => ({ rounds: Number(rounds), count })),
  );
  const wrong = cases.filter(({ rounds }) => rounds < least || rounds > most);
  return [sum(wrong, ({ count }) => count), sum(cases, ({ count }) => count)];
}

/** A gap is honest but does not help, so it counts as a miss. */
function unreported(tallies: readonly Tally[]): Counted {
  return [sum(tallies, ({ missed, gaps }) => missed + gaps), sum(tallies, ({ steady }) => steady)];
}

function sum<T>(list: readonly T[], numberOf: (one: T) => number): number {
  return list.reduce((total, one) => total + numberOf(one), 0);
}
