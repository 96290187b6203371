import type { Omission } from '../../model/deletion.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { addChanges, type Changes, makeChanges } from '../changes.ts';
import { isStillAt, type Place } from '../index/place.ts';
import { createIndexSource } from '../index/source.ts';
import { sealIndex } from '../index/store.ts';
import { removalOf } from '../kept/removal.ts';
import type { WritableHistory } from '../open.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import type { Sealed } from '../seal.ts';
import { daysWithout } from './days-without.ts';
import { factsWithout } from './facts-without.ts';
import { indexedPlace } from './indexed-place.ts';
import { omittedIn } from './omitted.ts';
import { monthsAnew, transitionsWithout } from './sums-without.ts';

/**
 * Takes what is left out from the index and the facts, with the rounds that go as a whole, in one transaction. Returns
 * the number of the last round that it has seen; those that lose a service are still to be written anew.
 */
export async function leaveOut(
  open: () => Promise<WritableHistory>,
  omissions: readonly Omission[],
): Promise<number> {
  for (;;) {
    const place = await indexedPlace(open);
    const history = await open();
    // Alerts change them at times of their own.
    const alerts = await history.database.get('sealedFacts', 'alerts');
    const changes = await changesFor(history, place, omissions);
    if (await tryToChange(history, { place, alerts }, changes)) return place.index.through;
  }
}

async function changesFor(
  history: WritableHistory,
  { index }: Place,
  omissions: readonly Omission[],
): Promise<Changes> {
  const changes: Changes = { writes: [], deleted: [] };
  const source = createIndexSource(history);
  const omitted = await omittedIn(history, omissions);
  const days = await daysWithout(history, { source, index, omitted, changes });
  const states = days.replay.statesAfter(index.states);
  await monthsAnew(history, days.rollups, changes);
  await transitionsWithout(history, omissions, { days, changes });
  const isLeft = ({ service }: { service: string }) =>
    states.some((one) => one.service === service);
  await factsWithout(
    history,
    {
      omissions,
      rounds: days.gone,
      services: index.states.filter((one) => !isLeft(one)).map(({ service }) => service),
    },
    changes,
  );
  const left = {
    ...index,
    roundId: days.gone.has(index.through) ? '' : index.roundId,
    states,
    statesBefore: days.statesBefore,
  };
  changes.writes.push(await sealIndex(history.seal, left));
  addChanges(changes, await removalOf(history, days.gone.keys()));
  return changes;
}

/** False where another write came between. */
async function tryToChange(
  { database }: WritableHistory,
  { place, alerts }: { place: Place; alerts: Sealed | undefined },
  changes: Changes,
): Promise<boolean> {
  const transaction = database.transaction(sealedStores, 'readwrite', { durability: 'strict' });
  let isDone = false;
  await allOrNothing(transaction, async () => {
    const told = await transaction.objectStore('sealedFacts').get('alerts');
    isDone = isSameRecord(told, alerts) && (await isStillAt(transaction, place));
    if (isDone) await makeChanges(transaction, changes);
  });
  return isDone;
}
