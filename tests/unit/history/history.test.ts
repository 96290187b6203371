// @vitest-environment node
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendJournal, readJournal } from '../../../lib/history/journal.ts';
import { type History, openHistory } from '../../../lib/history/open.ts';
import { forgetOldRounds } from '../../../lib/history/retention.ts';
import {
  allRounds,
  findRound,
  lastFullAt,
  latestRound,
  readStandings,
  recentRounds,
  recordRound,
} from '../../../lib/history/rounds.ts';
import { databaseName } from '../../../lib/history/schema.ts';
import { aGate } from '../../helpers/evidence.ts';
import { aRound, aStanding } from '../../helpers/rounds.ts';

const gateEntry = { kind: 'gate' as const, gate: aGate(0) };

let history: History;

beforeEach(async () => {
  history = await openHistory();
});

afterEach(async () => {
  history.close();
  await deleteDB(databaseName);
});

async function record(id: string, startedAt: string): Promise<void> {
  await recordRound(history, { round: aRound({ id, startedAt }), standings: [], full: false });
}

describe('recording a round', () => {
  it('writes the round and what it changed, and ends the journal', async () => {
    await appendJournal(history, gateEntry);
    const round = aRound({ id: 'first', startedAt: '2026-11-25T12:00:00.000Z' });
    const standing = aStanding({ service: 'whatsapp' });

    await recordRound(history, { round, standings: [standing], full: true });

    expect(await findRound(history, 'first')).toEqual(round);
    expect((await readStandings(history)).get('whatsapp')).toEqual(standing);
    expect(await lastFullAt(history)).toBe('2026-11-25T12:00:00.000Z');
    expect(await readJournal(history)).toEqual([]);
  });

  it('leaves everything as it was where one part cannot be written', async () => {
    await appendJournal(history, gateEntry);
    const unwritable = aStanding({ since: (() => '') as unknown as string });

    const recording = recordRound(history, {
      round: aRound({ id: 'first' }),
      standings: [unwritable],
      full: true,
    });

    await expect(recording).rejects.toThrow();
    expect(await allRounds(history)).toEqual([]);
    expect(await lastFullAt(history)).toBeNull();
    expect(await readJournal(history)).toHaveLength(1);
  });

  it('does not take a pulse for a full round', async () => {
    await record('pulse', '2026-11-25T12:00:00.000Z');

    expect(await lastFullAt(history)).toBeNull();
  });
});

describe('reading rounds', () => {
  it('knows nothing at first', async () => {
    expect(await latestRound(history)).toBeNull();
    expect(await findRound(history, 'none')).toBeNull();
  });

  it('orders them by their start, whatever the order of writing', async () => {
    await record('second', '2026-11-25T12:15:00.000Z');
    await record('third', '2026-11-25T12:30:00.000Z');
    await record('first', '2026-11-25T12:00:00.000Z');

    expect((await latestRound(history))?.id).toBe('third');
    expect((await recentRounds(history, 2)).map(({ id }) => id)).toEqual(['third', 'second']);
    expect((await allRounds(history)).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
  });

  it('forgets what is older than half a year', async () => {
    await record('old', '2026-05-01T12:00:00.000Z');
    await record('new', '2026-11-01T12:00:00.000Z');

    await forgetOldRounds(history, new Date('2026-11-25T12:00:00.000Z'));

    expect((await allRounds(history)).map(({ id }) => id)).toEqual(['new']);
  });
});

it('does not touch the database of a newer version', async () => {
  history.close();
  await deleteDB(databaseName);
  const newer = await openDB(databaseName, 99, {
    upgrade: (database) => void database.createObjectStore('future'),
  });
  newer.close();

  await expect(openHistory()).rejects.toMatchObject({ name: 'VersionError' });

  const untouched = await openDB(databaseName);
  expect([...untouched.objectStoreNames]).toEqual(['future']);
  untouched.close();
});
