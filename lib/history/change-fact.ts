import type { WritableHistory } from './open.ts';
import { isSameRecord } from './same-record.ts';
import type { FactName } from './schema.ts';
import type { Sealed } from './seal.ts';

/**
 * Changes a single fact; again, where another write came between. Returns whether anything was written.
 * @param open asked for each try, as the history may move to another key meanwhile
 * @param change gets null where there is none; returns the same where nothing changes, and null where it goes
 */
export async function changeFact<Fact>(
  open: () => Promise<WritableHistory>,
  name: FactName,
  change: (fact: Fact | null) => Fact | null | Promise<Fact | null>,
): Promise<boolean> {
  for (;;) {
    const history = await open();
    const before = await history.database.get('sealedFacts', name);
    const fact = (before && (await history.seal.open<Fact>(before))) ?? null;
    const after = await change(fact);
    if (after === fact) return false;
    const record = after === null ? null : await history.seal.close(after);
    if (await replace(history, name, { before, record })) return true;
  }
}

/** False where another write came between. */
async function replace(
  { database }: WritableHistory,
  name: FactName,
  { before, record }: { before: Sealed | undefined; record: Sealed | null },
): Promise<boolean> {
  const transaction = database.transaction('sealedFacts', 'readwrite', { durability: 'strict' });
  const isSame = isSameRecord(before, await transaction.store.get(name));
  if (isSame && record === null) await transaction.store.delete(name);
  else if (isSame && record !== null) await transaction.store.put(record, name);
  await transaction.done;
  return isSame;
}
