import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import { isIndexed, isStillAt, readPlace } from '../index/place.ts';
import type { HistoryIndex } from '../index/records.ts';
import { createIndexSource } from '../index/source.ts';
import { sealIndex } from '../index/store.ts';
import { removalOf } from '../kept/removal.ts';
import { bytesKept } from '../kept/size.ts';
import type { History, WritableHistory } from '../open.ts';
import type { RoundSummary, ServiceSummary } from '../rollup/summary.ts';
import { sealedStores } from '../schema.ts';

/**
 * The most that rounds take, in bytes. A year at the default interval takes about a third of it, and one with
 * checks every five minutes just fits; browsers give extensions far more, but people have disks to fill.
 */
const defaultMostBytes = 200_000_000;

/**
 * Where rounds take too much room, deletes those of the oldest day that has any which tell nothing of their own: every
 * service opened, or the rounds before and after it on that day saw the same. Once there are none, all rounds of the
 * oldest day. Sums and transitions stay. Returns whether any went.
 */
export async function thinOut(
  { database, seal }: History,
  mostBytes = defaultMostBytes,
): Promise<boolean> {
  if (seal === null || seal.isMoving || (await bytesKept(database)) <= mostBytes) return false;
  const history = { database, seal };
  const place = await readPlace(history);
  // What is in no sum yet must not go.
  if (!isIndexed(place)) return false;
  const { removal, index } = await nextToGo(history, place.index);
  removal.writes.push(await sealIndex(seal, index));
  const transaction = database.transaction(sealedStores, 'readwrite');
  let isGone = false;
  await allOrNothing(transaction, async () => {
    if (!(await isStillAt(transaction, place))) return;
    await makeChanges(transaction, removal);
    isGone = removal.deleted.length > 0;
  });
  return isGone;
}

interface ToGo {
  removal: Changes;
  /** The index once they are gone. */
  index: HistoryIndex;
}

/** What goes next: rounds of the first day that still has such, but never of the latest day. */
async function nextToGo(history: WritableHistory, index: HistoryIndex): Promise<ToGo> {
  const { day } = createIndexSource(history);
  const through = index.day - 1;
  const removalFrom = async (key: number, goes: typeof tellsNothing = () => true) => {
    const { rounds = [] } = (await day(key)) ?? {};
    return removalOf(
      history,
      rounds.filter(goes).map(({ number }) => number),
    );
  };
  // An upgrade of the index forgets which days are thinned, but not which are empty.
  for (let number = Math.max(index.thinned, index.emptied) + 1; number <= through; number += 1) {
    const removal = await removalFrom(number, tellsNothing);
    if (removal.deleted.length > 0) return { removal, index: { ...index, thinned: number } };
  }
  for (let number = index.emptied + 1; number <= through; number += 1) {
    const removal = await removalFrom(number);
    const after = { ...index, thinned: through, emptied: number };
    if (removal.deleted.length > 0) return { removal, index: after };
  }
  const after = { ...index, thinned: through, emptied: through };
  return { removal: { writes: [], deleted: [] }, index: after };
}

function tellsNothing(
  round: RoundSummary,
  index: number,
  rounds: readonly RoundSummary[],
): boolean {
  const isSuccess = round.services.every(
    ({ state, roundState }) => state === 'ok' && roundState === 'ok',
  );
  const seen = seenIn(round);
  return isSuccess || [index - 1, index + 1].every((near) => seenIn(rounds[near]) === seen);
}

/** Without the times and tries of its attempts, which are never the same. */
function seenIn(round: RoundSummary | undefined): string | undefined {
  return round && [round.route, ...round.services.map(seenOf).toSorted()].join();
}

function seenOf({ id, state, roundState, scope, mechanisms, roles }: ServiceSummary): string {
  const byRole = roles.map((one) => `${one.role} ${one.state}`);
  return [id, state, roundState, scope, ...mechanisms.toSorted(), ...byRole.toSorted()].join();
}
