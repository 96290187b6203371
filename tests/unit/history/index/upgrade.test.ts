import { beforeEach, describe, expect, it } from 'vitest';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import {
  type DayRecord,
  type HistoryIndex,
  indexVersion,
  type MonthRecord,
} from '../../../../lib/history/index/records.ts';
import { readIndex } from '../../../../lib/history/index/store.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { dailySums } from '../../../../lib/history/rollup/rollup.ts';
import type { RoundSummary } from '../../../../lib/history/rollup/summary.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Rollup } from '../../../../lib/model/rollup.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { withFailingWrite } from '../../../helpers/failing-write.ts';
import { allRounds, allTransitions, useHistory } from '../../../helpers/history.ts';
import { indexContents, indexRecords, recordNumbers } from '../../../helpers/indexed-history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const open = useHistory();

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
});

const record = (from: number, to: number) => recordNumbers(history, from, to);
const contents = () => indexContents(history);

const mechanismsLost = (round: RoundSummary): RoundSummary => ({
  ...round,
  services: round.services.map((service) => ({ ...service, mechanisms: [] })),
});

const scopesLost = (round: RoundSummary): RoundSummary => ({
  ...round,
  services: round.services.map(({ scope: _scope, ...service }) => service),
});

/** An index as a version made it that knew no mechanisms, or less. */
async function makeOlder(change = mechanismsLost): Promise<void> {
  const rollups = new Map<number, Rollup[]>();
  for (const [key, day] of await indexRecords(history, 'sealedDays')) {
    const older: DayRecord = { ...day, rounds: day.rounds.map(change) };
    rollups.set(key, dailySums(older.rounds));
    await history.database.put('sealedDays', await history.seal.close(older), key);
  }
  for (const [key, month] of await indexRecords(history, 'sealedMonths')) {
    const days = month.days.map((day) => ({
      ...day,
      rollups: (rollups.get(day.number) ?? []).map(({ roles, ...one }) => ({
        ...one,
        mechanisms: {},
        roles: Object.fromEntries(
          Object.entries(roles).map(([role, { mechanisms: _mechanisms, ...sums }]) => [role, sums]),
        ) as Rollup['roles'],
      })),
    }));
    const older: MonthRecord = { days };
    await history.database.put('sealedMonths', await history.seal.close(older), key);
  }
  const index: HistoryIndex = { ...(await readIndex(history)), version: 1 };
  await history.database.put('sealedFacts', await history.seal.close(index), 'index');
}

/** What pages read of it. */
async function told() {
  const until = dateAt(0);
  return {
    bars: await readBars(history, { ...spans.month, until }),
    hours: await readBars(history, { ...spans.week, until }),
    transitions: await allTransitions(history),
  };
}

describe('an index of another version', () => {
  it('is the same afterwards where all rounds are there', async () => {
    await record(1, 80);
    const before = await contents();
    await makeOlder();
    expect(await contents()).not.toEqual(before);

    await indexRounds(async () => history);

    expect(await contents()).toEqual(before);
  });

  it('keeps what it has of rounds that had no room', async () => {
    await record(1, 80);
    while (await thinOut(history, 1));
    expect((await allRounds(history)).length).toBeLessThan(6);
    const before = await told();
    expect(before.transitions.every(({ witnesses }) => witnesses.length > 0)).toBe(true);
    await makeOlder();
    expect((await readIndex(history)).version).toBe(1);

    await indexRounds(async () => history);

    const after = await told();
    expect(countOf(after)).toEqual(countOf(before));
    expect(after.transitions).toEqual(before.transitions);
    await record(81, 81);
    expect(await readIndex(history)).toMatchObject({
      version: indexVersion,
      through: 81,
      thinned: 0,
    });
  });

  it('tells a network that was shut from a block, once it is brought up to date', async () => {
    for (const [hours, scope, roundState] of [
      [-48, 'network', 'likely_blocked'],
      [-47, 'service', 'ok'],
      [-46, 'service', 'likely_blocked'],
      [0, 'network', 'likely_blocked'],
    ] as const) {
      const services = [aServiceResult({ state: 'likely_blocked', roundState, scope })];
      const round = aRound({ id: `${hours}`, startedAt: at(3600 * hours), services });
      await recordRound(history, { round, standings: [], full: false });
    }
    const before = await contents();
    await makeOlder(scopesLost);
    const states = async () => (await told()).bars.map(({ rollups }) => rollups[0]?.states);
    expect((await states()).slice(-3)).toEqual([
      { likely_blocked: 3 },
      undefined,
      { likely_blocked: 1 },
    ]);

    await indexRounds(async () => history);

    expect(await contents()).toEqual(before);
    expect((await states()).slice(-3)).toEqual([
      { network: 2, likely_blocked: 1 },
      undefined,
      { network: 1 },
    ]);
  });

  it('is read as it is until then', async () => {
    await record(1, 80);
    const before = await told();
    await makeOlder((round) => round);

    expect(countOf(await told())).toEqual(countOf(before));
    expect((await told()).transitions).toEqual(before.transitions);
  });

  it('comes before rounds that are not in it', async () => {
    await record(1, 10);
    await makeOlder();
    await record(11, 40);
    expect((await readIndex(history)).through).toBe(10);

    await indexRounds(async () => history);

    expect(await readIndex(history)).toMatchObject({
      version: indexVersion,
      through: 40,
      roundId: 'round-40',
    });
    const summaries = (await indexRecords(history, 'sealedDays')).flatMap(
      ([, { rounds }]) => rounds,
    );
    expect(summaries.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });

  it('gets no service back that was left out, though a round still has it', async () => {
    await record(1, 10);
    await makeOlder((round) => ({ ...round, services: round.services.slice(0, 1) }));

    await indexRounds(async () => history);

    const summaries = (await indexRecords(history, 'sealedDays')).flatMap(
      ([, { rounds }]) => rounds,
    );
    expect(summaries).toHaveLength(10);
    const ids = summaries.flatMap(({ services }) => services.map(({ id }) => id));
    expect(new Set(ids)).toEqual(new Set(['chat']));
  });

  it('begins anew where another write has changed it meanwhile', async () => {
    await record(1, 40);
    const before = await contents();
    await makeOlder();
    let asked = 0;

    await indexRounds(async () => {
      asked += 1;
      if (asked === 1) return { ...history, seal: interrupted() };
      return history;
    });

    expect(asked, 'one step twice').toBe(steps + 2);
    expect(await contents()).toEqual(before);
  });

  it('comes in steps of some days, and goes on with the next where it was stopped', async () => {
    await record(1, 40);
    const before = await contents();
    await makeOlder();
    const older = await recordIvs();
    let asked = 0;

    await indexRounds(
      async () => history,
      () => {
        asked += 1;
        return asked > 2;
      },
    );

    expect(await readIndex(history)).toMatchObject({ version: 1, through: 40 });
    const half = await recordIvs();
    expect(half.filter((iv, index) => iv !== older[index])).toHaveLength(8);
    await indexRounds(async () => history);
    expect((await recordIvs()).slice(0, 8)).toEqual(half.slice(0, 8));
    expect(await contents()).toEqual(before);
  });

  it('begins with the first day where it was left by another version', async () => {
    await record(1, 40);
    const before = await contents();
    await makeOlder();
    const index: HistoryIndex = {
      ...(await readIndex(history)),
      upgraded: { version: indexVersion - 1, day: 7 },
    };
    await history.database.put('sealedFacts', await history.seal.close(index), 'index');

    await indexRounds(async () => history);

    expect(await contents()).toEqual(before);
  });

  it('is the same where it is made twice at once, and beside rounds', async () => {
    await record(1, 40);
    await makeOlder();

    await Promise.all([
      indexRounds(async () => history),
      indexRounds(async () => history),
      record(41, 44),
    ]);
    await indexRounds(async () => history);

    const after = await contents();
    await history.database.delete('sealedFacts', 'index');
    await indexRounds(async () => history);
    expect(await contents()).toEqual(after);
  });

  it('is whole wherever a write fails, and is made then', async () => {
    await record(1, 40);
    const before = [await contents(), countOf(await told())];
    let isDone = false;
    for (let failing = 1; !isDone; failing += 1) {
      await makeOlder();
      isDone = await withFailingWrite(failing, () => indexRounds(async () => history));
      expect(countOf(await told())).toEqual(before[1]);
      await indexRounds(async () => history);
      expect(await contents()).toEqual(before[0]);
    }
  });
});

/** Of the days of 40 rounds, and the last for the index. */
const steps = 4;

/** The random bytes of the days' records. */
async function recordIvs(): Promise<string[]> {
  const records = await history.database.getAll('sealedDays');
  return records.map(({ iv }) => new Uint8Array(iv).join());
}

/** A seal while whose first use the index is written as it was. */
function interrupted(): WritableHistory['seal'] {
  let isFirst = true;
  return {
    ...history.seal,
    async close(value) {
      if (isFirst) {
        isFirst = false;
        const index = await history.seal.close(await readIndex(history));
        await history.database.put('sealedFacts', index, 'index');
      }
      return history.seal.close(value);
    },
  };
}

/** Counts of states and tries in bars. */
function countOf({ bars, hours }: Awaited<ReturnType<typeof told>>) {
  return [bars, hours].map((all) =>
    all.map(({ rollups }) =>
      rollups.map(({ service, states: some, tries }) => [service, some, tries]),
    ),
  );
}
