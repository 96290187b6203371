import type { Round } from '../../model/round.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { walkRounds } from '../kept/walk.ts';
import type { History, WritableHistory } from '../open.ts';
import { putAll } from '../put-all.ts';
import { sealedStores } from '../schema.ts';
import { addToDraft, newDraft } from './draft.ts';
import { isIndexed, isStillAt, type Place, readPlace } from './place.ts';
import { indexVersion } from './records.ts';
import { createIndexSource } from './source.ts';
import { clearIndex, sealDraft } from './store.ts';
import { upgradeSome } from './upgrade.ts';

/** Rounds that are added in one transaction. */
const atOnce = 32;

/**
 * Brings an index of another version up to date, and adds the rounds to it that are not yet in it, the oldest first: all
 * where the index is lost. Goes on where it was interrupted. A round that is recorded meanwhile is added in its turn.
 * @param open asked between two transactions, as the keys may change
 * @param isStopped asked between two transactions
 */
export async function indexRounds(
  open: () => Promise<History>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (;;) {
    const { database, seal } = await open();
    if (isStopped() || seal === null) return;
    const history = { database, seal };
    const place = await readPlace(history);
    // An index that does not open is under a key that came meanwhile, or awaits its repair (`repair.ts`).
    if (place.isUnreadable || isIndexed(place)) return;
    await (place.index.version === indexVersion ? indexSome : upgradeSome)(history, place);
  }
}

async function indexSome(history: WritableHistory, place: Place): Promise<void> {
  const draft = newDraft(createIndexSource(history), place.index);
  const rounds = await nextRounds(history, place);
  for (const { number, round } of rounds) await addToDraft(draft, number, round);
  // Records that do not open are left behind.
  if (rounds.length < atOnce) draft.index = { ...draft.index, through: place.last };
  const writes = await sealDraft(history.seal, draft);
  const transaction = history.database.transaction(sealedStores, 'readwrite');
  await allOrNothing(transaction, async () => {
    if (!(await isStillAt(transaction, place))) return;
    if (place.index.through === 0) await clearIndex(transaction);
    await putAll(transaction, writes);
  });
}

async function nextRounds(
  history: WritableHistory,
  { index }: Place,
): Promise<{ number: number; round: Round }[]> {
  const beyond = index.through === 0 ? null : index.through;
  const rounds: { number: number; round: Round }[] = [];
  for await (const next of walkRounds(history, { from: 'oldest', atOnce, beyond })) {
    rounds.push(next);
    if (rounds.length === atOnce) break;
  }
  return rounds;
}
