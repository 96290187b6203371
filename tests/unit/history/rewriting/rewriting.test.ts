import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeAlertMemory, readAlertMemory } from '../../../../lib/history/alert-memory.ts';
import { changeFact } from '../../../../lib/history/change-fact.ts';
import { lastFullAt, lastRoute, readFact, readStandings } from '../../../../lib/history/facts.ts';
import { appendJournal, readJournal } from '../../../../lib/history/journal.ts';
import { countKept } from '../../../../lib/history/kept/size.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import { changeNotes, readNotes, withNote } from '../../../../lib/history/notes.ts';
import type { History } from '../../../../lib/history/open.ts';
import { createOwnHistory, type OwnHistory } from '../../../../lib/history/own-history.ts';
import { newDatabaseName, withSetAside } from '../../../../lib/history/places.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { readLastStates } from '../../../../lib/history/queries/last-states.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { createListKeeper } from '../../../../lib/history/rewriting/omission-list.ts';
import { roundWithout } from '../../../../lib/history/rewriting/omissions.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import { sealedStores } from '../../../../lib/history/schema.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import type { AlertMemory } from '../../../../lib/model/alert.ts';
import type { Deletion } from '../../../../lib/model/deletion.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import type { Transition } from '../../../../lib/model/transition.ts';
import { aMemory, someNews } from '../../../helpers/alerts.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { putInBundles } from '../../../helpers/bundles.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { Death, dyingAfter } from '../../../helpers/dying-history.ts';
import {
  allRounds,
  allTransitions,
  aSeal,
  compressSingles,
  someKeys,
} from '../../../helpers/history.ts';
import { interruptedAt } from '../../../helpers/interrupted-history.ts';
import {
  aPlan,
  aRound,
  aServiceResult,
  aSignal,
  aStanding,
  aTargetResult,
  planEntry,
} from '../../../helpers/rounds.ts';

const daySeconds = 24 * 60 * 60;
const ids = ['chat', 'talk', 'call'];
const alone = { idle: async () => undefined, isRunning: () => false, onChanged: () => undefined };

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(begin);
afterEach(() => history.destroy());

function begin(): void {
  keys = someKeys();
  history = createOwnHistory(keys);
}

async function beginAnew(): Promise<void> {
  await history.destroy();
  begin();
}

async function record(rounds: readonly Round[]): Promise<void> {
  for (const round of rounds) {
    const standings = round.services.map(({ id, state }) => aStanding({ service: id, state }));
    const full = round.trigger === 'manual';
    await recordRound(await history.toWrite(), { round, standings, full });
  }
}

async function leaveOut(...deletions: Deletion[]): Promise<void> {
  const rewriting = createRewriting(history, keys, alone);
  for (const deletion of deletions) await rewriting.note(deletion);
  await rewriting.run();
}

/** What pages and exports can see; where records lie is none of it. */
async function seen(read: History) {
  const until = dateAt(20 * daySeconds);
  return {
    rounds: await allRounds(read),
    bars: await readBars(read, { ...spans.month, until }),
    hours: await readBars(read, { ...spans.week, bars: 120, until }),
    states: sortedBy(await readLastStates(read), ({ service }) => service),
    transitions: (await allTransitions(read)).map(withoutPlace),
    latest: await readLatest(read),
    route: await lastRoute(read),
    services: await Promise.all(
      ids.map((id) => Array.fromAsync(selectRounds(read, { services: [id] }))),
    ),
  };
}

function withoutPlace({ number: _number, day: _day, ...transition }: Transition) {
  return transition;
}

function sortedBy<One>(all: readonly One[], key: (one: One) => string): One[] {
  return all.toSorted((one, other) => key(one).localeCompare(key(other)));
}

/** Every record of every store, as it lies there. */
async function rawRecords() {
  const { database } = await history.toRead();
  const all = await Promise.all(sealedStores.map((store) => database.getAll(store)));
  return all.flat();
}

/** All is under the last key alone. */
async function expectOldKeysOpenNothing(): Promise<void> {
  const { current, former } = await keys.read();
  expect(former).toBeNull();
  const records = await rawRecords();
  const last = await aSeal(current ?? '');
  for (const one of records) expect(await last.openBytes(one)).toBeDefined();
  const before = new Set(keys.saved.flatMap((one) => [one.current, one.former]));
  before.delete(current);
  for (const key of before) {
    if (key === null) continue;
    const seal = await aSeal(key);
    for (const one of records) expect(await seal.openBytes(one)).toBeUndefined();
  }
}

/** All that the last key opens, but for standings, which deleted rounds leave as they are. */
async function plainText(): Promise<string> {
  const { database, seal } = await history.toRead();
  const texts: unknown[] = [await allRounds(await history.toRead())];
  for (const store of sealedStores) {
    for (const key of await database.getAllKeys(store)) {
      const sealed = key === 'standings' ? undefined : await database.get(store, key);
      texts.push(sealed && (await seal?.open(sealed)));
    }
  }
  return JSON.stringify(texts);
}

/** Ids and hosts stand in quotes, or in those of a text within a text. */
async function expectNothingOf(rounds: readonly Round[], deletions: Deletion[]): Promise<void> {
  const text = await plainText();
  const gone = rounds.filter((round) => roundWithout(round, deletions) === null);
  const services = deletions.flatMap((one) => ('service' in one ? [one.service] : []));
  const standings = await readStandings(await history.toRead());
  for (const { id } of gone) expect(text).not.toMatch(new RegExp(`"${id}\\\\*"`, 'u'));
  for (const service of services) {
    expect(text).not.toContain(service);
    expect(standings.has(service)).toBe(false);
  }
}

const states: ServiceState[] = ['ok', 'blocked', 'likely_blocked', 'insufficient'];

const anyServices = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      state: fc.constantFrom(...states),
      roundState: fc.constantFrom(...states),
      totalMs: fc.nat({ max: 500 }),
    }),
    { selector: ({ id }) => id },
  )
  .map((all) =>
    all.map(({ id, totalMs, ...seenStates }) =>
      aServiceResult({
        id,
        name: id,
        ...seenStates,
        targets: [
          aTargetResult({
            id: `${id}/web`,
            url: `https://${id}.example/`,
            attempts: [anAttempt({ totalMs })],
          }),
        ],
      }),
    ),
  );

/** Rounds in the order of recording, some hours apart. */
const anyRounds = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 30 }),
      services: anyServices,
      full: fc.boolean(),
      looked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((all) => {
    let hours = 0;
    return all.map(({ services, full, looked, ...one }, index) => {
      hours += one.hours;
      const { routing } = aRound();
      return aRound({
        id: `round-${index}`,
        startedAt: at(hours * 3600),
        trigger: full ? 'manual' : 'schedule',
        services,
        routing: looked ? { ...routing, signals: [aSignal()] } : routing,
      });
    });
  });

const anyDeletion = (rounds: readonly Round[]): fc.Arbitrary<Deletion> =>
  fc.oneof(
    fc
      .subarray(
        rounds.map(({ id }) => id),
        { minLength: 1 },
      )
      .map((some) => ({ rounds: some })),
    fc
      .tuple(fc.nat({ max: 250 }), fc.integer({ min: 1, max: 150 }))
      .map(([from, hours]) => ({ from: at(from * 3600), to: at((from + hours) * 3600) })),
    fc.constantFrom(...ids).map((service) => ({ service })),
  );

const anyHistory = anyRounds.chain((rounds) =>
  fc.record({
    rounds: fc.constant(rounds),
    bundles: fc.array(fc.nat({ max: 4 }), { maxLength: 4 }),
    deletions: fc.array(anyDeletion(rounds), { minLength: 1, maxLength: 3 }),
  }),
);

interface AnyHistory {
  rounds: Round[];
  /** How many rounds each bundle has, from the first one on. */
  bundles: number[];
  deletions: Deletion[];
}

describe('a history with parts deleted', () => {
  it('is as if they had never been', { timeout: 300_000 }, async () => {
    const property = async ({ rounds, bundles, deletions }: AnyHistory) => {
      const left = rounds.flatMap((round) => roundWithout(round, deletions) ?? []);
      await beginAnew();
      await record(left);
      const expected = await seen(await history.toRead());
      await beginAnew();
      await record(rounds);
      await putInBundles(await history.toWrite(), bundles);

      await leaveOut(...deletions);

      const found = await seen(await history.toRead());
      expect(found.rounds).toEqual(left);
      expect(found.bars).toEqual(expected.bars);
      expect(found.hours).toEqual(expected.hours);
      expect(found.services).toEqual(expected.services);
      expect(found.states).toEqual(expected.states);
      expect(found.route).toEqual(expected.route);
      expect(found.latest).toEqual(expected.latest);
      expectSameChanges(found.transitions, expected.transitions, left);
      await expectOldKeysOpenNothing();
      await expectNothingOf(rounds, deletions);
    };

    await fc.assert(fc.asyncProperty(anyHistory, property), { numRuns: 20 });
  });
});

type Told = ReturnType<typeof withoutPlace>;

/** The same, but for witnesses: those that were found when the change was recorded stay, as far as they are left. */
function expectSameChanges(found: Told[], expected: Told[], left: readonly Round[]): void {
  const without = (all: Told[]) =>
    sortedBy(
      all.map(({ witnesses: _witnesses, ...one }) => one),
      ({ at: when, service }) => `${when} ${service}`,
    );
  expect(without(found)).toEqual(without(expected));
  const known = new Set(left.map(({ id }) => id));
  for (const { roundId, witnesses } of found) {
    expect(witnesses.map((one) => one.roundId).filter((id) => !known.has(id))).toEqual([]);
    expect(witnesses.at(-1)?.roundId).toBe(roundId);
  }
}

it('tells of what is left that a network was shut, also of the state that outlasts it', async () => {
  const verdicts = [
    { roundState: 'likely_blocked', scope: 'network' },
    { roundState: 'ok', scope: 'service' },
  ] as const;
  const rounds = verdicts.map((one, index) => {
    const services = ids
      .slice(0, 2)
      .map((id) => aServiceResult({ id, state: 'likely_blocked', ...one }));
    return aRound({ id: `${index}`, startedAt: at(900 * index - daySeconds), services });
  });
  await record([...rounds, aRound({ id: 'today', startedAt: at(0) })]);

  await leaveOut({ service: 'talk' });

  const bars = await readBars(await history.toWrite(), { ...spans.month, until: dateAt(0) });
  expect(bars.at(-2)?.rollups).toMatchObject([{ service: 'chat', states: { network: 2 } }]);
});

describe('a deletion that is interrupted', () => {
  it('comes to the same end, wherever that was', { timeout: 300_000 }, async () => {
    const property = async ({ rounds, bundles, deletions }: AnyHistory, deaths: number[]) => {
      const left = rounds.flatMap((round) => roundWithout(round, deletions) ?? []);
      await beginAnew();
      await record(rounds);
      await leaveOut(...deletions);
      const expected = await seen(await history.toRead());
      await beginAnew();
      await record(rounds);
      await putInBundles(await history.toWrite(), bundles);
      for (const one of deletions) await createRewriting(history, keys, alone).note(one);

      for (const steps of deaths) {
        const dying = dyingAfter(steps, { history, keys });
        const running = createRewriting(dying.history, dying.keys, alone).run();
        await running.catch((error: unknown) => expect(error).toBeInstanceOf(Death));
        const readable = await allRounds(await history.toRead());
        expect(readable.map(({ id }) => id)).toEqual(
          expect.arrayContaining(left.map(({ id }) => id)),
        );
      }
      await createRewriting(history, keys, alone).run();

      expect(await seen(await history.toRead())).toEqual(expected);
      await expectOldKeysOpenNothing();
    };

    const deaths = fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 3 });
    await fc.assert(fc.asyncProperty(anyHistory, deaths, property), { numRuns: 12 });
  });
});

describe('the notes', () => {
  const aNote = (id: string, seconds: number) => ({ id, at: at(seconds), text: `about ${id}` });
  const add = (id: string, seconds: number) =>
    changeNotes(
      () => history.toWrite(),
      (notes) => withNote(notes, aNote(id, seconds), []),
    );
  const idsLeft = async () => (await readNotes(await history.toRead())).map(({ id }) => id);
  const period = { from: at(0), to: at(3600) };

  it('of a period go with its checks, and nothing of them stays in any file', async () => {
    await record([seenAs('round-1', 0, 'ok'), seenAs('round-2', 90, 'ok')]);
    await add('gone', 60);
    await add('left', 3600);

    await leaveOut(period);

    expect(await idsLeft()).toEqual(['left']);
    expect(await plainText()).not.toContain('about gone');
    await expectOldKeysOpenNothing();
  });

  it('go at once, and those that are written later stay, whatever their day', async () => {
    await record([seenAs('round-1', 0, 'ok')]);
    await add('gone', 60);
    const rewriting = createRewriting(history, keys, alone);

    await rewriting.note(period);
    expect(await idsLeft()).toEqual([]);
    await add('later', 120);
    await rewriting.run();

    expect(await idsLeft()).toEqual(['later']);
  });

  it('go by themselves, too, and the checks stay', async () => {
    const round = seenAs('round-1', 0, 'ok');
    await record([round]);
    await add('gone', 60);
    await add('left', 120);
    const rewriting = createRewriting(history, keys, alone);

    await rewriting.note({ notes: ['gone'] });
    await rewriting.run();

    expect(await idsLeft()).toEqual(['left']);
    expect(await allRounds(await history.toRead())).toEqual([round]);
    await expectOldKeysOpenNothing();
  });

  it('go in the end where the worker died before it removed them', async () => {
    await record([seenAs('round-1', 0, 'ok')]);
    await add('gone', 60);
    await createListKeeper(history, keys).write({
      omissions: [{ notes: ['gone'] }],
      through: null,
    });

    await createRewriting(history, keys, alone).run();

    expect(await idsLeft()).toEqual([]);
    await expectOldKeysOpenNothing();
  });
});

/** A text of its own for each seed. */
const digits = (seed: number) =>
  Array.from({ length: 200 }, (_, index) => Math.sin(1000 * seed + index)).join('');

const named = (id: string, seconds: number, name: string) =>
  seenAs(id, seconds, 'ok', { services: [aServiceResult({ name })] });

describe('a round that is recorded meanwhile', () => {
  it('is kept, and in the index, at whatever moment that was', { timeout: 300_000 }, async () => {
    const before = Array.from({ length: 3 }, (_, index) => seenAs(`round-${index}`, index, 'ok'));
    const shallow = seenAs('later', 60, 'ok');
    const labels = seenAs('later', 60, 'blocked');
    const deletion: Deletion = { rounds: ['round-1'] };

    for (let moment = 1; moment <= 30; moment += 2) {
      await beginAnew();
      await record(before);
      let calls = 0;
      const interrupted: OwnHistory = {
        ...history,
        async toRead() {
          calls += 1;
          // It replaces itself, as when labels deepen.
          if (calls === moment) await record([shallow]);
          if (calls === moment + 1) await record([labels]);
          return history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, keys, alone);
      await rewriting.note(deletion);

      await rewriting.run();

      const read = await history.toRead();
      expect(calls, 'it was meanwhile').toBeGreaterThan(moment);
      expect(await allRounds(read)).toEqual([before[0], before[2], labels]);
      const indexed = await Array.fromAsync(selectRounds(read, { states: ['ok', 'blocked'] }));
      expect(indexed).toEqual([before[0], before[2], labels]);
      await expectOldKeysOpenNothing();
    }
  });

  it('is compressed against nothing that is left out', { timeout: 300_000 }, async () => {
    const gone = digits(1);

    for (let moment = 1; moment <= 30; moment += 1) {
      await beginAnew();
      await record([named('one', 0, gone), named('two', 60, digits(2))]);
      let calls = 0;
      const interrupted: OwnHistory = {
        ...history,
        async toRead() {
          calls += 1;
          if (calls === moment) await record([named('later', 120, digits(3))]);
          return history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, keys, alone);
      await rewriting.note({ rounds: ['one'] });

      await rewriting.run();

      expect(calls, 'it was meanwhile').toBeGreaterThan(moment);
      const { database, seal } = await history.toWrite();
      const dictionaries = await database.getAll('sealedDictionaries');
      const opened = await Promise.all(dictionaries.map((one) => seal.open(one)));
      expect(JSON.stringify(opened)).not.toContain(gone.slice(0, 100));
      expect((await allRounds({ database, seal })).map(({ id }) => id)).toEqual(['two', 'later']);
    }
  });
});

const seenAs = (id: string, seconds: number, state: ServiceState, more: Partial<Round> = {}) =>
  aRound({
    id,
    startedAt: at(seconds),
    services: ids.map((service) => aServiceResult({ id: service, state })),
    ...more,
  });

const changes = async () =>
  (await allTransitions(await history.toRead())).map(
    ({ service, from, to, roundId }) => `${service}: ${from} to ${to} in ${roundId}`,
  );

describe('another history that takes the place of one that is written anew', () => {
  it('stays as it is, at whatever moment that was', { timeout: 300_000 }, async () => {
    const round = seenAs('later', 60, 'ok');
    let calls = Infinity;
    for (let moment = 1; calls >= moment; moment += 1) {
      await beginAnew();
      await record([seenAs('one', 0, 'ok'), seenAs('two', 30, 'ok')]);
      calls = 0;
      const interrupted: OwnHistory = {
        ...history,
        async toRead() {
          calls += 1;
          if (calls === moment) {
            const next = { database: newDatabaseName(), why: 'damaged', now: dateAt(0) } as const;
            await keys.change((before) => withSetAside(before, next));
            await record([round]);
          }
          return history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, keys, alone);
      await rewriting.note({ rounds: ['one'] }).catch(() => undefined);
      await rewriting.run().catch(() => undefined);

      if (calls < moment) break;
      expect(await allRounds(await history.toRead()), `at call ${moment}`).toEqual([round]);
      expect((await readStandings(await history.toRead())).size).toBe(ids.length);
    }
  });
});

describe('deleting', () => {
  it('forgets the standing of a service, and leaves those of others as they are', async () => {
    await record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'blocked')]);

    await leaveOut({ service: 'chat' }, { rounds: ['two'] });

    const standings = await readStandings(await history.toRead());
    expect([...standings.values()].map(({ service, state }) => [service, state])).toEqual([
      ['talk', 'blocked'],
      ['call', 'blocked'],
    ]);
  });

  it('forgets what was told of a service, and not what was told of others', async () => {
    await record([aRound({ id: 'one', services: [aServiceResult()] })]);
    const known = { chat: 'closed', talk: 'ok' } as const;
    await changeAlertMemory(
      () => history.toWrite(),
      () => aMemory({ known, news: [someNews()] }),
    );

    await leaveOut({ service: 'chat' });

    expect(await readAlertMemory(await history.toRead())).toEqual(
      aMemory({ known: { talk: 'ok' } }),
    );
  });

  it('forgets what was told of a service, and loses nothing that is told at any moment meanwhile', async () => {
    const known = { chat: 'closed', talk: 'ok' } as const;
    const change = (memory: AlertMemory | null) => ({ ...(memory ?? aMemory()), count: 1 });
    let questions = 0;
    for (let isOver = false; !isOver; ) {
      await beginAnew();
      await record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'blocked')]);
      const open = () => history.toWrite();
      await changeAlertMemory(open, () => aMemory({ known }));
      questions += 1;
      const told = interruptedAt(questions, history, () => changeAlertMemory(open, change));
      const rewriting = createRewriting(told.history, keys, alone);
      await rewriting.note({ service: 'chat' });
      await rewriting.run();

      isOver = !told.isInterrupted();
      const after = await readAlertMemory(await history.toRead());
      const expected = aMemory({ known: { talk: 'ok' }, count: isOver ? 0 : 1 });
      expect(after, `told at question ${questions}`).toEqual(expected);
    }
    expect(questions).toBeGreaterThan(20);
  });

  it('forgets all standings, and the last full round, with the last round', async () => {
    await record([seenAs('one', 0, 'ok', { trigger: 'manual' })]);
    expect(await lastFullAt(await history.toRead())).toBe(at(0));

    await leaveOut({ rounds: ['one'] });

    const read = await history.toRead();
    expect(await readStandings(read)).toEqual(new Map());
    expect(await lastFullAt(read)).toBeNull();
    expect(await readLatest(read)).toEqual({ round: null, route: null });
  });

  it('forgets which landmarks ever answered with a round, and not with a service', async () => {
    await record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'ok')]);
    const landmarks = [{ id: 'canary', answered: true, silentRounds: 0 }];
    await changeFact(
      () => history.toWrite(),
      'landmarks',
      () => landmarks,
    );
    const remembered = async () => readFact(await history.toRead(), 'landmarks');

    await leaveOut({ service: 'chat' });
    expect(await remembered()).toEqual(landmarks);
    await leaveOut({ rounds: ['two'] });
    expect(await remembered()).toBeUndefined();
  });

  it('says nothing of a state that only deleted rounds had', async () => {
    await record([
      seenAs('one', 0, 'ok'),
      seenAs('two', 60, 'blocked'),
      seenAs('three', 120, 'blocked'),
      seenAs('four', 180, 'ok'),
    ]);

    await leaveOut({ service: 'call' }, { rounds: ['two'] });

    expect(await changes()).toEqual([
      'chat: ok to blocked in three',
      'talk: ok to blocked in three',
      'chat: blocked to ok in four',
      'talk: blocked to ok in four',
    ]);
    await leaveOut({ from: at(100), to: at(150) });
    expect(await changes()).toEqual([]);
  });

  it('leaves out of sums what has gone already for want of room', async () => {
    await record([
      seenAs('one', 0, 'ok'),
      seenAs('two', 60, 'ok'),
      seenAs('three', 120, 'blocked'),
      seenAs('later', daySeconds, 'blocked'),
    ]);
    await thinOut(await history.toRead(), 1);
    expect((await allRounds(await history.toRead())).map(({ id }) => id)).toEqual([
      'three',
      'later',
    ]);

    await leaveOut({ from: at(60), to: at(61) }, { service: 'call' });

    const until = dateAt(daySeconds);
    const bars = await readBars(await history.toRead(), { ...spans.month, until });
    const sums = bars.flatMap(({ rollups }) => rollups.map((one) => [one.service, one.states]));
    expect(sums).toEqual([
      ['chat', { ok: 1, blocked: 1 }],
      ['talk', { ok: 1, blocked: 1 }],
      ['chat', { blocked: 1 }],
      ['talk', { blocked: 1 }],
    ]);
    expect(await changes()).toEqual([
      'chat: ok to blocked in three',
      'talk: ok to blocked in three',
    ]);
  });

  it('takes what rounds told besides attempts of a service, too', async () => {
    const resolution = { resolver: 'one', national: false, rcode: 'NOERROR', addresses: [] };
    const target = (id: string) =>
      aServiceResult({ id, targets: [aTargetResult({ url: `https://web.${id}.example/` })] });
    const name = (id: string) => ({ ...resolution, name: `cdn.${id}.example` });
    const round = aRound({
      services: [target('chat'), target('talk')],
      circumstances: {
        ...aRound().circumstances,
        resolutions: [name('chat'), name('talk')],
        addressProbes: [{ name: 'web.chat.example', address: '192.0.2.1', attempts: [] }],
        forbidden: ['chat/web', 'talk/web'],
      },
    });
    await record([round]);

    await leaveOut({ service: 'chat' });

    expect(await allRounds(await history.toRead())).toEqual([
      {
        ...round,
        services: [target('talk')],
        circumstances: {
          ...round.circumstances,
          resolutions: [name('talk')],
          addressProbes: [],
          forbidden: ['talk/web'],
        },
      },
    ]);
  });

  it('waits for the running round, and leaves what comes later as it is', async () => {
    await record([seenAs('one', 0, 'ok')]);
    const running = Promise.withResolvers<void>();
    let isRunning = true;
    let later: Promise<void> | undefined;
    const rewriting = createRewriting(history, keys, {
      idle: () => running.promise,
      isRunning: () => isRunning,
      // Once the service is out of what was there.
      onChanged() {
        later ??= record([seenAs('three', 120, 'ok')]);
      },
    });
    await rewriting.note({ service: 'chat' });
    const run = rewriting.run();
    await record([seenAs('two', 60, 'ok')]);
    isRunning = false;
    running.resolve();

    await run;

    await later;
    const rounds = await allRounds(await history.toRead());
    expect(rounds.map(({ id, services }) => [id, services.map((one) => one.id).join()])).toEqual([
      ['one', 'talk,call'],
      ['two', 'talk,call'],
      ['three', 'chat,talk,call'],
    ]);
  });

  it('takes what a round brought back that began before, too', async () => {
    await record([seenAs('one', 0, 'ok')]);
    let idles = 0;
    const rewriting = createRewriting(history, keys, {
      async idle() {
        idles += 1;
        if (idles === 2) await record([seenAs('two', 60, 'ok')]);
      },
      isRunning: () => idles === 1,
      onChanged: () => undefined,
    });
    await rewriting.note({ service: 'chat' });

    await rewriting.run();

    const rounds = await allRounds(await history.toRead());
    expect(rounds.map(({ services }) => services.length)).toEqual([2, 2]);
    expect((await readStandings(await history.toRead())).has('chat')).toBe(false);
  });

  it('does what was noted while it went on, under a further key', async () => {
    await record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'ok')]);
    const noted: Promise<void>[] = [];
    const rewriting = createRewriting(history, keys, {
      ...alone,
      onChanged() {
        if (noted.length === 0) noted.push(rewriting.note({ service: 'chat' }));
      },
    });
    await rewriting.note({ rounds: ['one'] });

    await rewriting.run();

    await Promise.all(noted);
    await rewriting.run();
    const rounds = await allRounds(await history.toRead());
    expect(rounds.map(({ id, services }) => [id, services.length])).toEqual([['two', 2]]);
    await expectOldKeysOpenNothing();
    expect(await (await history.toRead()).database.count('sealedFacts', 'omissions')).toBe(0);
  });

  it('keeps rounds of one day that others without a dictionary lie between', async () => {
    const rounds = ['one', 'two', 'three', 'four'].map((id, index) => seenAs(id, index, 'ok'));
    await record(rounds);
    await compressSingles(await history.toWrite());
    const { database, seal } = await history.toWrite();
    for (const [index, round] of rounds.slice(1, 3).entries()) {
      await database.put('sealedRounds', await seal.close(round), index + 2);
    }

    await leaveOut({ rounds: ['two'] });

    expect(await allRounds(await history.toRead())).toEqual([rounds[0], rounds[2], rounds[3]]);
    expect(await (await history.toRead()).database.count('sealedDictionaries')).toBe(1);
    await expectOldKeysOpenNothing();
  });

  it('leaves rounds compressed against those before of their day', async () => {
    const [one, two] = [digits(1), digits(2)];
    await record([named('one', 0, one), named('two', 60, two)]);
    await record([named('both', 120, one + two), named('gone', 180, one)]);
    await compressSingles(await history.toWrite());

    await leaveOut({ rounds: ['gone'] });

    const { database } = await history.toRead();
    const sizes = (await database.getAll('sealedRounds')).map(({ data }) => data.byteLength);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(250);
  });

  it('keeps the other rounds of a bundle that has a damaged one', async () => {
    const rounds = ['one', 'two', 'three', 'four'].map((id, index) => seenAs(id, index, 'ok'));
    await record(rounds);
    const { database, seal } = await history.toWrite();
    const broken = new Uint8Array([6, 3, ...Array<number>(12).fill(0)]);
    await database.put('sealedRounds', await seal.closeBytes(broken), 3);
    await putInBundles({ database, seal }, [3]);

    await leaveOut({ service: 'chat' });

    const read = await history.toRead();
    expect((await allRounds(read)).map(({ id }) => id)).toEqual(['one', 'two', 'four']);
    expect(await countKept(read.database)).toBe(3);
    await expectOldKeysOpenNothing();
  });

  it('keeps the journal of a round that began meanwhile', async () => {
    await record([seenAs('one', 0, 'ok')]);
    await appendJournal(await history.toWrite(), [planEntry(aPlan())]);

    await leaveOut({ rounds: ['one'] });

    expect(await readJournal(await history.toRead())).toEqual([planEntry(aPlan())]);
  });

  it('goes on recording and retaining afterwards', async () => {
    await record([seenAs('one', 0, 'ok'), seenAs('two', daySeconds, 'blocked')]);
    await leaveOut({ rounds: ['two'] });
    await record([seenAs('three', daySeconds + 60, 'ok'), seenAs('four', 2 * daySeconds, 'ok')]);

    await thinOut(await history.toRead(), 1);

    expect((await allRounds(await history.toRead())).map(({ id }) => id)).toEqual([
      'three',
      'four',
    ]);
    const until = dateAt(2 * daySeconds);
    const bars = await readBars(await history.toRead(), { ...spans.month, until });
    expect(
      bars.flatMap(({ rollups }) => rollups).filter(({ service }) => service === 'chat'),
    ).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ states: { ok: 1 } })));
  });
});
