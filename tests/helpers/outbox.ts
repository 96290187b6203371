import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { deleteOutbox } from '../../lib/upload/database.ts';
import { type Outbox, openOutbox } from '../../lib/upload/outbox.ts';

/** Opens outboxes for the tests of one file, and deletes the database after each test. */
export function useOutbox(): () => Promise<Outbox> {
  const opened: Outbox[] = [];
  afterEach(async () => {
    for (const outbox of opened.splice(0)) outbox.close();
    await deleteOutbox();
  });
  return async () => {
    const outbox = await openOutbox();
    opened.push(outbox);
    return outbox;
  };
}
