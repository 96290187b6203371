import { addWaiting } from './add-waiting.ts';
import { type OutboxDatabase, openOutboxDatabase } from './database.ts';

/**
 * Records a round that already waits: no transaction spans outbox and history, and a browser that is killed between the
 * two resumes the round under its id and records it then. One that cannot be recorded does not wait. Without an outbox,
 * as on a full disk, it is recorded all the same. Nothing may be sent meanwhile: the history does not have it yet.
 * @param record rejects where the round cannot be recorded, and so does this
 */
export async function recordWaiting(
  round: { id: string; startedAt: string },
  record: () => Promise<void>,
): Promise<void> {
  const isNew = await wait(round);
  try {
    await record();
  } catch (error) {
    if (isNew) await waitNoMore(round.id).catch(console.error);
    throw error;
  }
}

/** Whether it did not wait before. */
async function wait(round: { id: string; startedAt: string }): Promise<boolean> {
  try {
    return await inOutbox((database) => addWaiting(database, round));
  } catch (error) {
    console.error('A check will not be sent:', error);
    return false;
  }
}

function waitNoMore(id: string): Promise<void> {
  return inOutbox((database) => database.delete('waiting', id));
}

async function inOutbox<Result>(
  step: (database: OutboxDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openOutboxDatabase();
  try {
    return await step(database);
  } finally {
    database.close();
  }
}
