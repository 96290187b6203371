import { allOrNothing } from '../all-or-nothing.ts';
import { makeChanges } from '../changes.ts';
import { isIndexed, isStillAt, readPlace } from '../index/place.ts';
import type { HistoryIndex } from '../index/records.ts';
import { createIndexSource, sealIndex } from '../index/store.ts';
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
 * oldest day. Sums and transitions stay. Returns how many rounds went.
 */
export async function thinOut(
  { database, seal }: History,
  mostBytes = defaultMostBytes,
): Promise<number> {
  if (seal === null || seal.isMoving || (await bytesKept(database)) <= mostBytes) return 0;
  const history = { database, seal };
  const place = await readPlace(history);
  // What is in no sum yet must not go.
  if (!isIndexed(place)) return 0;
  const { numbers, index } = await nextToGo(history, place.index);
  const removal = await removalOf(history, numbers);
  removal.writes.push(await sealIndex(seal, index));
  const transaction = database.transaction(sealedStores, 'readwrite');
  let gone = 0;
  await allOrNothing(transaction, async () => {
    if (!(await isStillAt(transaction, place))) return;
    await makeChanges(transaction, removal);
    gone = numbers.length;
  });
  return gone;
}

interface ToGo {
  numbers: number[];
  /** The index once they are gone. */
  index: HistoryIndex;
}

/** The latest day keeps its rounds. */
async function nextToGo(history: WritableHistory, index: HistoryIndex): Promise<ToGo> {
  const { day } = createIndexSource(history);
  for (let number = index.thinned + 1; number < index.day; number += 1) {
    const rounds = (await day(number))?.rounds.filter(tellsNothing) ?? [];
    if (rounds.length > 0) return goneWith(rounds, { ...index, thinned: number });
  }
  const thinned = { ...index, thinned: Math.max(index.thinned, index.day - 1) };
  for (let number = index.emptied + 1; number < index.day; number += 1) {
    const rounds = (await day(number))?.rounds.filter((...one) => !tellsNothing(...one)) ?? [];
    if (rounds.length > 0) return goneWith(rounds, { ...thinned, emptied: number });
  }
  return { numbers: [], index: thinned };
}

function goneWith(rounds: readonly RoundSummary[], index: HistoryIndex): ToGo {
  return { numbers: rounds.map(({ number }) => number), index };
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

function seenOf({ id, state, roundState, mechanisms, roles }: ServiceSummary): string {
  const byRole = roles.map((one) => `${one.role} ${one.state}`);
  return [id, state, roundState, ...mechanisms.toSorted(), ...byRole.toSorted()].join();
}
