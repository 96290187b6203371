import type { Round } from '../../model/round.ts';
import type { Transition } from '../../model/transition.ts';
import type { HistoryEntry } from '../entry.ts';
import { dailySums } from '../rollup/rollup.ts';
import { type RoundSummary, summaryOf } from '../rollup/summary.ts';
import {
  type DayRecord,
  emptyIndex,
  type HistoryIndex,
  type MonthRecord,
  type TransitionsRecord,
} from './records.ts';
import { changesOf, concluded, mostConfirming, statesAfter } from './transitions.ts';

/** The records of an index by number. */
export interface IndexSource {
  day: (number: number) => Promise<DayRecord | undefined>;
  month: (number: number) => Promise<MonthRecord | undefined>;
  transitions: (number: number) => Promise<TransitionsRecord | undefined>;
  round: (number: number) => Promise<Round | undefined>;
}

/** An index with rounds added that is not yet written. */
export interface IndexDraft {
  index: HistoryIndex;
  /** The changed records by number. */
  days: Map<number, DayRecord>;
  months: Map<number, MonthRecord>;
  transitions: Map<number, TransitionsRecord>;
  source: IndexSource;
  /** Days as they were read, by number: each round needs the latest more than once. */
  daysBefore: Map<number, DayRecord>;
}

const daysInMonth = 31;
const transitionsInRecord = 16;

export function newDraft(source: IndexSource, index: HistoryIndex = emptyIndex): IndexDraft {
  return {
    index,
    source,
    days: new Map(),
    months: new Map(),
    transitions: new Map(),
    daysBefore: new Map(),
  };
}

/** Adds the next round, or the last one anew where it has its number. */
export async function addToDraft(draft: IndexDraft, number: number, round: Round): Promise<void> {
  if (draft.index.through === number) await removeLast(draft);
  await addEntry(draft, number, { round, summary: summaryOf(number, round), transitions: [] });
}

/** Adds what is kept of the next round. */
export async function addEntry(
  draft: IndexDraft,
  number: number,
  { round, summary, transitions }: HistoryEntry,
): Promise<void> {
  const { states } = draft.index;
  const before = await summariesBefore(draft);
  await addSummary(draft, { ...summary, number });
  const known = transitions.map(({ service }) => service);
  if (round !== null) {
    for (const change of changesOf(round, states)) {
      if (known.includes(change.service.id)) continue;
      const place = { number, day: draft.index.day };
      const seen = { place, round, before };
      await addTransition(draft, await concluded(change, seen, draft.source.round));
    }
  }
  for (const one of transitions) {
    await addTransition(draft, { ...one, number, day: draft.index.day });
  }
  const seen = { services: summary.services, startedAt: new Date(summary.atMs).toISOString() };
  draft.index = {
    ...draft.index,
    through: number,
    roundId: round?.id ?? '',
    states: statesAfter(round ?? seen, states),
    statesBefore: states,
  };
}

async function removeLast(draft: IndexDraft): Promise<void> {
  const { through: number, day, transitions, statesBefore } = draft.index;
  const days = await dayOf(draft, day);
  draft.days.set(day, { ...days, rounds: days.rounds.filter((one) => one.number !== number) });
  const record = await transitionsOf(draft, transitions);
  if (record.transitions.some((one) => one.number === number)) {
    const left = record.transitions.filter((one) => one.number !== number);
    draft.transitions.set(transitions, { transitions: left });
  }
  draft.index = { ...draft.index, states: statesBefore };
}

async function addSummary(draft: IndexDraft, summary: RoundSummary): Promise<void> {
  const day = new Date(summary.atMs).toISOString().slice(0, 10);
  const { index } = draft;
  const current = await dayOf(draft, index.day);
  // A day whose only round is recorded again is still without one.
  if (current.day === day || (index.day > 0 && current.rounds.length === 0)) {
    draft.days.set(index.day, { day, rounds: [...current.rounds, summary] });
    return;
  }
  if (index.day > 0) await finishDay(draft, current);
  draft.index = { ...draft.index, day: index.day + 1 };
  draft.days.set(index.day + 1, { day, rounds: [summary] });
}

async function finishDay(draft: IndexDraft, { day, rounds }: DayRecord): Promise<void> {
  const { index } = draft;
  const latest = await monthOf(draft, index.month);
  const isFull = index.month === 0 || latest.days.length >= daysInMonth;
  const number = isFull ? index.month + 1 : index.month;
  const finished = { number: index.day, day, rollups: dailySums(rounds) };
  draft.months.set(number, { days: [...(isFull ? [] : latest.days), finished] });
  draft.index = { ...index, month: number };
}

async function addTransition(draft: IndexDraft, transition: Transition): Promise<void> {
  const { index } = draft;
  const latest = await transitionsOf(draft, index.transitions);
  // Those of one round stay together, so that it can be recorded again.
  const isFull =
    index.transitions === 0 ||
    (latest.transitions.length >= transitionsInRecord &&
      latest.transitions.at(-1)?.number !== transition.number);
  const key = isFull ? index.transitions + 1 : index.transitions;
  draft.transitions.set(key, {
    transitions: [...(isFull ? [] : latest.transitions), transition],
  });
  draft.index = { ...index, transitions: key };
}

/** Those that may have confirmed what the next round changes, perhaps on the day before. */
async function summariesBefore(draft: IndexDraft): Promise<RoundSummary[]> {
  const { day } = draft.index;
  const { rounds } = await dayOf(draft, day);
  if (rounds.length > 3 * mostConfirming || day < 2) return rounds;
  return [...(await dayOf(draft, day - 1)).rounds, ...rounds];
}

async function dayOf({ days, daysBefore, source }: IndexDraft, number: number): Promise<DayRecord> {
  const known = days.get(number) ?? daysBefore.get(number);
  if (known !== undefined) return known;
  const day = (await source.day(number)) ?? { day: '', rounds: [] };
  daysBefore.set(number, day);
  return day;
}

async function monthOf({ months, source }: IndexDraft, number: number): Promise<MonthRecord> {
  return months.get(number) ?? (await source.month(number)) ?? { days: [] };
}

async function transitionsOf(
  { transitions, source }: IndexDraft,
  number: number,
): Promise<TransitionsRecord> {
  return transitions.get(number) ?? (await source.transitions(number)) ?? { transitions: [] };
}
