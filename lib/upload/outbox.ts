import { addWaiting } from './add-waiting.ts';
import { type OutboxDatabase, openOutboxDatabase, type WaitingRound } from './database.ts';
import { noUploadStatus, type UploadStatus } from './status.ts';

/**
 * How the status changes. Called within the transaction, so it may not wait for anything.
 * @param settled how many of the rounds were still waiting
 */
export type StatusChange = (status: UploadStatus, settled: number) => UploadStatus;

/** What is over for a part of some rounds. */
export interface SettledPart {
  part: string;
  /** All parts of the upload; a round no longer waits once all are over. */
  all: readonly string[];
  /** False where the endpoint does not take the part; the round then counts as dropped, else as delivered. */
  accepted: boolean;
}

/** Which rounds wait to be sent, and what became of the others. Every change is one transaction. */
export interface Outbox {
  /** Has a round wait; false if it does already. The oldest makes room where too many wait, and is counted. */
  add(round: { id: string; startedAt: string }): Promise<boolean>;
  /** The oldest first. */
  waiting(limit?: number): Promise<WaitingRound[]>;
  count(): Promise<number>;
  /** Lets rounds wait no longer, and changes the status. */
  settle(ids: readonly string[], change: StatusChange): Promise<void>;
  /** Notes that a part of rounds is over, counts the rounds that are over with it, and changes the status. */
  settlePart(ids: readonly string[], settled: SettledPart, change: StatusChange): Promise<void>;
  status(): Promise<UploadStatus>;
  close(): void;
}

/** Rejects where the browser gives no database, as on a full disk. */
export async function openOutbox(): Promise<Outbox> {
  const database = await openOutboxDatabase();
  return {
    add: (round) => addWaiting(database, round),
    waiting: (limit) => database.getAllFromIndex('waiting', 'startedAt', undefined, limit),
    count: () => database.count('waiting'),
    settle: (ids, change) => settle(database, ids, change),
    settlePart: (ids, settled, change) => settlePart(database, ids, { settled, change }),
    status: async () => ({ ...noUploadStatus, ...(await database.get('status', 'status')) }),
    close: () => database.close(),
  };
}

async function settle(
  database: OutboxDatabase,
  ids: readonly string[],
  change: StatusChange,
): Promise<void> {
  const transaction = database.transaction(['waiting', 'status'], 'readwrite');
  const waiting = transaction.objectStore('waiting');
  const store = transaction.objectStore('status');
  const keys = (await Promise.all(ids.map((id) => waiting.getKey(id)))).filter(
    (key) => key !== undefined,
  );
  const status = { ...noUploadStatus, ...(await store.get('status')) };
  await store.put(change(status, keys.length), 'status');
  for (const key of keys) await waiting.delete(key);
  await transaction.done;
}

async function settlePart(
  database: OutboxDatabase,
  ids: readonly string[],
  { settled, change }: { settled: SettledPart; change: StatusChange },
): Promise<void> {
  const transaction = database.transaction(['waiting', 'status'], 'readwrite');
  const waiting = transaction.objectStore('waiting');
  const store = transaction.objectStore('status');
  const before = (await Promise.all(ids.map((id) => waiting.get(id))))
    // The others made room for newer ones, and were counted then.
    .filter((round) => round !== undefined);
  const after = before.map((round) => withPart(round, settled));
  const over = after.filter(({ done }) => settled.all.every((part) => done.includes(part)));
  const status = { ...noUploadStatus, ...(await store.get('status')) };
  await store.put(change(counted(status, over), over.length), 'status');
  for (const round of after) {
    await (over.includes(round) ? waiting.delete(round.id) : waiting.put(round));
  }
  await transaction.done;
}

function withPart(round: WaitingRound, { part, accepted }: SettledPart) {
  const done = [...(round.done ?? []), part];
  return accepted ? { ...round, done } : { ...round, done, incomplete: true };
}

function counted(status: UploadStatus, over: readonly WaitingRound[]): UploadStatus {
  const dropped = over.filter(({ incomplete }) => incomplete === true).length;
  return {
    ...status,
    delivered: status.delivered + over.length - dropped,
    dropped: status.dropped + dropped,
  };
}
