import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { deleteDatabase } from '../../../lib/history/delete-database.ts';
import { deleteOutbox } from '../../../lib/upload/database.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it.each([
  { name: 'dozvon', remove: () => deleteDatabase('dozvon') },
  { name: 'dozvon-outbox', remove: deleteOutbox },
])('says that $name waits for a page that keeps it open, and deletes it then', async (one) => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  // It does not listen to the wish to delete it.
  const kept = await openDB(one.name, 1);

  const removed = one.remove();
  await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce());
  expect(warned.mock.calls[0]?.join()).toContain(one.name);
  kept.close();
  await removed;

  expect(await names()).not.toContain(one.name);
  warned.mockRestore();
});
