import { beforeEach, describe, expect, it } from 'vitest';
import { addToDraft, type IndexDraft, newDraft } from '../../../../lib/history/index/draft.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import type { Transition } from '../../../../lib/model/transition.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { at } from '../../../helpers/clock.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const daySeconds = 24 * 60 * 60;

let draft: IndexDraft;
let rounds: Round[];
let daysRead: number[];
beforeEach(() => {
  rounds = [];
  daysRead = [];
  const nothing = async () => undefined;
  draft = newDraft({
    async day(number) {
      daysRead.push(number);
      return undefined;
    },
    month: nothing,
    transitions: nothing,
    round: async (number) => rounds[number - 1],
  });
});

async function add(...some: Partial<Round>[]): Promise<void> {
  for (const parts of some) {
    const number = rounds.length + 1;
    rounds.push(aRound({ id: `round-${number}`, startedAt: at(60 * number), ...parts }));
    await addToDraft(draft, number, rounds.at(-1) as Round);
  }
}

async function addAgain(parts: Partial<Round>): Promise<void> {
  const number = rounds.length;
  rounds[number - 1] = { ...(rounds[number - 1] as Round), ...parts };
  await addToDraft(draft, number, rounds[number - 1] as Round);
}

const seen = (state: ServiceState, roundState = state): Partial<Round> => ({
  services: [aServiceResult({ state, roundState })],
});

const transitions = (): Transition[] =>
  [...draft.transitions.values()].flatMap((record) => record.transitions);
const days = () =>
  [...draft.days].map(([number, { day, rounds: some }]) => [number, day, some.length]);

describe('the index of rounds', () => {
  it('has a record for each day, in the order of recording', async () => {
    await add({}, {}, { startedAt: at(daySeconds) }, { startedAt: at(0) });

    expect(days()).toEqual([
      [1, at(0).slice(0, 10), 2],
      [2, at(daySeconds).slice(0, 10), 1],
      [3, at(0).slice(0, 10), 1],
    ]);
  });

  it('reads each day once, however often it needs it', async () => {
    draft.index = { ...draft.index, day: 2 };
    await add({});

    expect(daysRead).toEqual([2, 1]);
  });

  it('adds up a day once the next has begun, 31 in a record', async () => {
    const of = (day: number) => ({ startedAt: at(day * daySeconds), ...seen('ok') });
    await add(...Array.from({ length: 33 }, (_, day) => of(day)));

    const months = [...draft.months.values()];
    expect(months.map((month) => month.days.length)).toEqual([31, 1]);
    expect(months[0]?.days[0]).toMatchObject({
      number: 1,
      day: at(0).slice(0, 10),
      rollups: [{ service: 'chat', states: { ok: 1 } }],
    });
    expect(draft.index).toMatchObject({ through: 33, roundId: 'round-33', day: 33, month: 2 });
  });

  it('has the last state of each service, over gaps', async () => {
    await add(seen('ok'), seen('blocked'), seen('blocked'), seen('insufficient'), {});

    expect(draft.index.states).toEqual([
      { service: 'chat', state: 'blocked', since: at(120), seenAt: at(180) },
    ]);
  });
});

describe('a transition', () => {
  it('keeps the attempts of all rounds that confirmed it', async () => {
    const withAttempt = (state: ServiceState, roundState: ServiceState, totalMs: number) => ({
      services: [
        aServiceResult({
          state,
          roundState,
          confidence: 'medium',
          mechanisms: ['timeout'],
          targets: [aTargetResult({ attempts: [anAttempt({ totalMs })] })],
        }),
      ],
    });
    await add(withAttempt('ok', 'ok', 1), withAttempt('ok', 'likely_blocked', 2));
    await add(withAttempt('ok', 'insufficient', 3), withAttempt('likely_blocked', 'blocked', 4));

    const provingRound = (number: number) => ({
      roundId: `round-${number}`,
      startedAt: at(60 * number),
      targets: [
        { id: 'chat/web', role: 'web', kind: 'https', attempts: [anAttempt({ totalMs: number })] },
      ],
    });
    expect(transitions()).toEqual([
      {
        service: 'chat',
        from: 'ok',
        to: 'likely_blocked',
        at: at(240),
        roundId: 'round-4',
        number: 4,
        day: 1,
        mechanisms: ['timeout'],
        confidence: 'medium',
        route: 'unknown',
        witnesses: [provingRound(2), provingRound(4)],
      },
    ]);
  });

  it('finds them on the day before', async () => {
    await add(seen('ok'), seen('ok', 'down'));
    await add({ startedAt: at(daySeconds), ...seen('ok', 'down') });
    await add({ startedAt: at(daySeconds + 60), ...seen('down') });

    expect(transitions()[0]?.witnesses.map(({ roundId }) => roundId)).toEqual([
      'round-2',
      'round-3',
      'round-4',
    ]);
  });

  it('keeps those of bad rounds of other kinds, each confirmed by the next', async () => {
    await add(seen('ok'), seen('ok', 'impaired'), seen('ok', 'likely_blocked'), seen('impaired'));

    // A block is confirmed by blocks alone, so that the first of the three was one for itself.
    expect(transitions()[0]?.witnesses.map(({ roundId }) => roundId)).toEqual([
      'round-3',
      'round-4',
    ]);
  });

  it('is none where a state is the first, or only a gap lies between', async () => {
    await add(seen('blocked'), seen('insufficient'), seen('blocked'), {});

    expect(transitions()).toEqual([]);
  });

  it.each<[string, ServiceState, string[]]>([
    ['is made once where its round is recorded again', 'down', ['down']],
    ['is none where its round, recorded again, saw none', 'ok', []],
    ['is another where its round saw another', 'blocked', ['blocked']],
  ])('%s', async (_case, again, expected) => {
    await add(seen('ok'), seen('down'));
    await addAgain(seen(again));

    expect(transitions().map(({ to }) => to)).toEqual(expected);
    expect(days()).toEqual([[1, at(0).slice(0, 10), 2]]);
    await add(seen('insufficient'));
    expect(draft.index.states).toMatchObject([{ state: again }]);
  });

  it('stays with those of its round, though a record is full', async () => {
    const services = (state: ServiceState) =>
      Array.from({ length: 9 }, (_, index) => aServiceResult({ id: `chat-${index}`, state }));
    await add({ services: services('ok') }, { services: services('down') });
    await add({ services: services('ok') }, { services: services('down') });
    await addAgain({ services: services('down') });

    const sizes = [...draft.transitions.values()].map((record) => record.transitions.length);
    expect(sizes).toEqual([18, 9]);
  });
});
