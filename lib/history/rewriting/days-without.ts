import type { Rollup } from '../../model/rollup.ts';
import type { LastState, Transition } from '../../model/transition.ts';
import type { Changes } from '../changes.ts';
import { closeDay } from '../index/day-record.ts';
import type { IndexSource } from '../index/draft.ts';
import type { DayRecord, HistoryIndex } from '../index/records.ts';
import { concluded } from '../index/transitions.ts';
import type { WritableHistory } from '../open.ts';
import { dailySums } from '../rollup/rollup.ts';
import type { RoundSummary } from '../rollup/summary.ts';
import { isOmittedAt, servicesIn } from './omissions.ts';
import { type Omitted, summaryWithout } from './omitted.ts';
import { createReplay, type NewChange, type Replay } from './replay.ts';

/** What follows from the days without what is left out. */
export interface DaysWithout {
  /** Sums of the changed days by their numbers; none where nothing is left of one. */
  rollups: Map<number, Rollup[]>;
  /** The rounds that go as a whole, and when they started. */
  gone: Map<number, number>;
  replay: Replay;
  statesBefore: LastState[];
  /** Changes of state that show only now. */
  added: Transition[];
}

/** More than ever confirm a change, gaps between them included. */
const lookedBack = 96;

/** Goes through all days, one after the other, as a year of them has no room in memory. */
export async function daysWithout(
  { database, seal }: WritableHistory,
  {
    source,
    index,
    omitted,
    changes,
  }: {
    source: IndexSource;
    index: HistoryIndex;
    omitted: Omitted;
    changes: Changes;
  },
): Promise<DaysWithout> {
  const { omissions } = omitted;
  const services = servicesIn(omissions);
  const replay = createReplay((service, ms) => services.has(service) || isOmittedAt(ms, omissions));
  const result: DaysWithout = {
    rollups: new Map(),
    gone: new Map(),
    replay,
    statesBefore: index.statesBefore,
    added: [],
  };
  let before: RoundSummary[] = [];

  async function addRound(day: number, summary: RoundSummary): Promise<RoundSummary[]> {
    const kept = summaryWithout(summary, omitted);
    if (summary.number === index.through) {
      result.statesBefore = replay.statesAfter(index.statesBefore);
    }
    const place = { number: summary.number, day };
    for (const change of replay.add(summary, kept)) {
      result.added.push(...(await newTransition(source, change, { place, before })));
    }
    if (kept === null) {
      result.gone.set(summary.number, summary.atMs);
      return [];
    }
    before = [...before.slice(1 - lookedBack), kept];
    return [kept];
  }

  for (const number of await database.getAllKeys('sealedDays')) {
    const record = await source.day(number);
    if (record === undefined) continue;
    const rounds: RoundSummary[] = [];
    for (const summary of record.rounds) rounds.push(...(await addRound(number, summary)));
    const isSame = rounds.every((round, at) => round === record.rounds[at]);
    if (isSame && rounds.length === record.rounds.length) continue;
    result.rollups.set(number, dailySums(rounds));
    const left: DayRecord = { day: record.day, rounds };
    if (rounds.length === 0) changes.deleted.push({ store: 'sealedDays', key: number });
    else
      changes.writes.push({ store: 'sealedDays', key: number, record: await closeDay(seal, left) });
  }
  return result;
}

/** None where the round itself is gone already for want of room. */
async function newTransition(
  source: IndexSource,
  { service: id, from }: NewChange,
  { place, before }: { place: { number: number; day: number }; before: readonly RoundSummary[] },
): Promise<Transition[]> {
  const round = await source.round(place.number);
  const service = round?.services.find((one) => one.id === id);
  if (round === undefined || service === undefined) return [];
  return [await concluded({ from, service }, { place, round, before }, source.round)];
}
