import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { type HistoryDatabase, openDatabase } from '../../../lib/history/connection.ts';
import { indexVersion } from '../../../lib/history/index/records.ts';
import { databaseVersion } from '../../../lib/history/migrations.ts';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { newKey } from '../../../lib/history/seal.ts';
import { aMemory, someNews } from '../../helpers/alerts.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { at } from '../../helpers/clock.ts';
import {
  contentsOf,
  type FrozenHistory,
  type Given,
  recordsOf,
  thaw,
  toldBy,
  writeGiven,
} from '../../helpers/frozen-history.ts';
import { aSeal } from '../../helpers/history.ts';
import {
  aPlan,
  aRound,
  aServiceResult,
  aSignal,
  aStanding,
  aTargetResult,
  planEntry,
} from '../../helpers/rounds.ts';

const folder = new URL('../../golden/history/', import.meta.url);
/** The first byte of a round's record tells the kind, the second the version. */
const roundVersion = 3;
const today = `database-${databaseVersion}-round-${roundVersion}-index-${indexVersion}.json`;

const opened: HistoryDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  await deleteDB(databaseName);
});

async function open(key: string): Promise<WritableHistory> {
  const database = await openDatabase();
  opened.push(database);
  return { database, seal: await aSeal(key) };
}

/** Three days, one check an hour, with changes of state, and a network that was shut for some hours of each. */
function someGiven(): Given {
  const shut = {
    state: 'likely_blocked',
    roundState: 'likely_blocked',
    scope: 'network',
  } as const;
  const rounds = Array.from({ length: 70 }, (_, hour) => {
    const isDown = hour % 24 > 20;
    const isShut = hour % 24 < 4;
    const seen = isDown
      ? ({ state: 'blocked', roundState: 'blocked', mechanisms: ['tls.reset.sni'] } as const)
      : {};
    const attempts = [isDown ? aFailure('reset') : anAttempt({ totalMs: 100 + hour })];
    const target = aTargetResult({ attempts, state: isDown ? 'blocked' : 'ok' });
    const role = { role: 'web', required: true, state: target.state } as const;
    const chat = aServiceResult({
      ...seen,
      mechanisms: isDown ? ['tls.reset.sni'] : [],
      roles: [{ ...role, mechanisms: isDown ? ['tls.reset.sni'] : [] }],
      targets: [target],
    });
    return aRound({
      id: `round-${hour}`,
      startedAt: at(3600 * hour),
      finishedAt: at(3600 * hour + 20),
      trigger: hour % 6 === 0 ? 'manual' : 'schedule',
      services: [chat, aServiceResult({ id: 'talk', name: 'Talk', ...(isShut && shut) })],
      ...(hour % 6 === 0 && {
        routing: { verdict: 'direct', confidence: 'low', signals: [aSignal()] },
      }),
    });
  });
  return {
    rounds,
    standings: [aStanding()],
    notes: [{ id: 'note', at: at(7200), text: 'The line was mended.' }],
    alerts: aMemory({ news: [someNews()] }),
    journal: [planEntry(aPlan())],
  };
}

async function freeze(): Promise<FrozenHistory> {
  const key = newKey();
  const history = await open(key);
  const given = someGiven();
  await writeGiven(history, given);
  const records = await recordsOf(history);
  const told = await toldBy(history);
  return { version: databaseVersion, key, records, given, told };
}

function read(name: string): FrozenHistory {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FrozenHistory;
}

describe('histories as earlier versions left them on the disk', () => {
  it("include one of today's formats", async () => {
    const file = new URL(today, folder);
    const isThere = existsSync(file);
    // A format with a new number is frozen by the first run of this test, to be looked at and kept for good.
    if (!isThere) writeFileSync(file, `${JSON.stringify(await freeze())}\n`);
    expect(isThere, `${today} was not there`).toBe(true);
  });

  it.each(readdirSync(folder))('tell what they were given: %s', async (name) => {
    const frozen = read(name);
    await thaw(frozen);

    const history = await open(frozen.key);

    expect(await toldBy(history)).toEqual(frozen.told);
  });

  it('hold what is written today under the same numbers', async () => {
    const frozen = read(today);
    await thaw(frozen);
    const before = await contentsOf(await open(frozen.key));
    opened.pop()?.close();
    await deleteDB(databaseName);

    const history = await open(newKey());
    await writeGiven(history, frozen.given);

    expect(await contentsOf(history)).toEqual(before);
  });
});
