import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastRoute, readStandings } from '../../../../lib/history/facts.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import type { History } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { readLastStates } from '../../../../lib/history/queries/last-states.ts';
import { roundWithout } from '../../../../lib/history/rewriting/omissions.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import type { Deletion } from '../../../../lib/model/deletion.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import type { Transition } from '../../../../lib/model/transition.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { putInBundles } from '../../../helpers/bundles.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { Death, dyingAfter } from '../../../helpers/dying-history.ts';
import { allRounds, allTransitions } from '../../../helpers/history.ts';
import {
  alone,
  expectOldKeysOpenNothing,
  ids,
  plainText,
  useOwnHistory,
} from '../../../helpers/own-history.ts';
import { aRound, aServiceResult, aSignal, aTargetResult } from '../../../helpers/rounds.ts';

const daySeconds = 24 * 60 * 60;
const own = useOwnHistory();

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

/** Ids and hosts stand in quotes, or in those of a text within a text. */
async function expectNothingOf(rounds: readonly Round[], deletions: Deletion[]): Promise<void> {
  const text = await plainText(own);
  const gone = rounds.filter((round) => roundWithout(round, deletions) === null);
  const services = deletions.flatMap((one) => ('service' in one ? [one.service] : []));
  const standings = await readStandings(await own.history.toRead());
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
      await own.beginAnew();
      await own.record(left);
      const expected = await seen(await own.history.toRead());
      await own.beginAnew();
      await own.record(rounds);
      await putInBundles(await own.history.toWrite(), bundles);

      await own.leaveOut(...deletions);

      const found = await seen(await own.history.toRead());
      expect(found.rounds).toEqual(left);
      expect(found.bars).toEqual(expected.bars);
      expect(found.hours).toEqual(expected.hours);
      expect(found.services).toEqual(expected.services);
      expect(found.states).toEqual(expected.states);
      expect(found.route).toEqual(expected.route);
      expect(found.latest).toEqual(expected.latest);
      expectSameChanges(found.transitions, expected.transitions, left);
      await expectOldKeysOpenNothing(own);
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

describe('a deletion that is interrupted', () => {
  it('comes to the same end, wherever that was', { timeout: 300_000 }, async () => {
    const property = async ({ rounds, bundles, deletions }: AnyHistory, deaths: number[]) => {
      const left = rounds.flatMap((round) => roundWithout(round, deletions) ?? []);
      await own.beginAnew();
      await own.record(rounds);
      await own.leaveOut(...deletions);
      const expected = await seen(await own.history.toRead());
      await own.beginAnew();
      await own.record(rounds);
      await putInBundles(await own.history.toWrite(), bundles);
      for (const one of deletions) await own.rewriting().note(one);

      for (const steps of deaths) {
        const dying = dyingAfter(steps, own);
        const running = createRewriting(dying.history, dying.keys, alone).run();
        await running.catch((error: unknown) => expect(error).toBeInstanceOf(Death));
        const readable = await allRounds(await own.history.toRead());
        expect(readable.map(({ id }) => id)).toEqual(
          expect.arrayContaining(left.map(({ id }) => id)),
        );
      }
      await own.rewriting().run();

      expect(await seen(await own.history.toRead())).toEqual(expected);
      await expectOldKeysOpenNothing(own);
    };

    const deaths = fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 3 });
    await fc.assert(fc.asyncProperty(anyHistory, deaths, property), { numRuns: 12 });
  });
});
