import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { whileBuilding } from '../../../../../lib/browser/history-building.ts';
import { forgetStrays } from '../../../../../lib/browser/worker/history/forget-strays.ts';
import { outboxDatabase } from '../../../../../lib/upload/database.ts';

/** As it is asked here, without callbacks. */
interface Local {
  get(): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
}

const local: Local = fakeBrowser.storage.local;
const getAll = local.get.bind(local);

const names = async () => (await indexedDB.databases()).map(({ name = '' }) => name).toSorted();

/** The fake gives null for what is not there, which browsers leave out. */
beforeEach(() => {
  vi.spyOn(local, 'get').mockImplementation(async () => {
    return Object.fromEntries(Object.entries(await getAll()).filter(([, item]) => item !== null));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  for (const name of await names()) await deleteDB(name);
});

async function make(...all: string[]): Promise<void> {
  for (const name of all) (await openDB(name)).close();
}

it('deletes a database without a place, and the outbox of an upload that is off', async () => {
  await local.set({
    historyDatabase: 'dozvon-2',
    setAsideHistories: [{ database: 'aside', keys: { current: null, former: null } }],
  });
  await make('dozvon-2', 'aside', 'dozvon-left', outboxDatabase);

  await forgetStrays();

  await vi.waitFor(async () => expect(await names()).toEqual(['aside', 'dozvon-2']));
});

it('keeps the outbox where an upload is on', async () => {
  await local.set({ upload: {} });
  await make('dozvon', 'dozvon-left', outboxDatabase);

  await forgetStrays();

  await vi.waitFor(async () => expect(await names()).toEqual(['dozvon', outboxDatabase]));
});

it('deletes none while a page builds a history', async () => {
  await make('dozvon', 'dozvon-new');

  await whileBuilding(forgetStrays);
  await make('dozvon-later');

  expect(await names()).toEqual(['dozvon', 'dozvon-later', 'dozvon-new']);
});
