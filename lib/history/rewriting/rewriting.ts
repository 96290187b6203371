import type { Omission } from '../../model/deletion.ts';
import { notesWithin } from '../../model/note.ts';
import { createQueue } from '../../steps/queue.ts';
import { forgetNotes, readNotes } from '../notes.ts';
import type { WritableHistory } from '../open.ts';
import type { OwnHistory, PlaceKeeper } from '../own-history.ts';
import { withKeysAfter } from '../places.ts';
import { quickPacking } from '../quick-packing.ts';
import { isSameRecord } from '../same-record.ts';
import { createSeal, type HistoryKeys, newKey } from '../seal.ts';
import { leaveOut } from './leave-out.ts';
import type { Move } from './move.ts';
import { createListKeeper, type FoundList, type OmissionList } from './omission-list.ts';
import { moveRecords } from './records-anew.ts';
import { writeRoundsAnew } from './rounds-anew.ts';

/**
 * Leaves parts of the history out for good. Files may hold replaced records for long, so all that stays is written anew
 * under a new key, and the old key is dropped.
 */
export interface Rewriting {
  /** Resolves once it is noted, so that it will be done whatever happens. */
  note(omission: Omission): Promise<void>;
  /** Does what is noted, and goes on with what was interrupted. */
  run(): Promise<void>;
}

/** Rounds go on meanwhile, and pages read. */
export interface RoundsBeside {
  /** Resolves once no round is running. */
  idle: () => Promise<void>;
  isRunning: () => boolean;
  /** Some of what is left out is no longer to be seen, or all of it is gone. */
  onChanged: () => void;
}

export function createRewriting(
  history: OwnHistory,
  keeper: PlaceKeeper,
  { idle, isRunning, onChanged }: RoundsBeside,
): Rewriting {
  // No list may come under a key that another step is about to drop.
  const enqueue = createQueue();
  const list = createListKeeper(history, keeper);
  const open = () => openFor(history);

  async function add(omission: Omission): Promise<void> {
    const { omissions = [] } = (await list.read()) ?? {};
    const wanted = await withNotes(history, omission);
    await list.write({ omissions: [...omissions, ...wanted], through: null });
    await forgetNotes(open, wanted);
  }

  /** Moves to a new key from now on; does nothing where more has come to the list. */
  async function begin({ omissions, record }: FoundList, through: number | null): Promise<void> {
    const { current } = await keeper.read();
    if (!isSameRecord((await list.read())?.record, record)) return;
    await list.write({ omissions, through });
    await keeper.change(withKeysAfter(current, { current: newKey(), former: current }));
  }

  /** Takes what is noted from the index, and begins to move. False where nothing is noted. */
  async function prepare(): Promise<boolean> {
    while ((await keeper.read()).former === null) {
      const found = await list.read();
      if (found === null) return enqueue(() => list.removeDone()).then(() => false);
      await forgetNotes(open, found.omissions);
      if (found.omissions.every((one) => 'exits' in one || 'notes' in one)) {
        await enqueue(() => begin(found, null));
        continue;
      }
      await idle();
      const through = await leaveOut(open, found.omissions);
      onChanged();
      // A round that began before would bring back what it had read.
      if (!isRunning()) await enqueue(() => begin(found, through));
    }
    return true;
  }

  return {
    note: (omission) => enqueue(() => add(omission)),
    async run() {
      while (await prepare()) {
        const keys = await keeper.read();
        await move(keys, listFor(await list.read()), () => openUnder(keys, history, keeper));
        const moved: HistoryKeys = { current: keys.current, former: null };
        await enqueue(() => keeper.change(withKeysAfter(keys.current, moved)));
        onChanged();
      }
    },
  };
}

/** The notes of a period go with it; those that are written later stay, whatever their day. */
async function withNotes(history: OwnHistory, omission: Omission): Promise<Omission[]> {
  if (!('from' in omission)) return [omission];
  const notes = notesWithin(await readNotes(await history.toRead()), omission);
  return notes.length === 0 ? [omission] : [omission, { notes: notes.map(({ id }) => id) }];
}

/** Moves all records from one key to the other. */
async function move(
  { current, former }: HistoryKeys,
  list: OmissionList,
  open: Move['open'],
): Promise<void> {
  const [to, from] = await Promise.all([sealUnder(current), sealUnder(former)]);
  if (to === null || from === null) return;
  const moving: Move = { ...list, from, to, open };
  do await writeRoundsAnew(moving);
  while ((await moveRecords(moving)) > 0);
}

/** What a move leaves out. */
function listFor(found: FoundList | null): OmissionList {
  // An earlier version moved without a list, to forget exits alone.
  if (found === null) return { omissions: [{ exits: true }], through: null };
  // What came to the list since the move began needs a move of its own.
  return found.isCurrent ? { omissions: [], through: null } : found;
}

function sealUnder(key: string | null) {
  return createSeal({ current: key, former: null }, quickPacking);
}

/** Without a key, which somebody may have deleted with all the rest, nothing can be written anew. */
async function openFor(history: OwnHistory): Promise<WritableHistory> {
  const { database, seal } = await history.toRead();
  if (seal === null) throw new Error('The history has no key any more.');
  return { database, seal };
}

/** Another history may have taken the place of a damaged one: nothing of it is under these keys, and all would go. */
async function openUnder(
  { current }: HistoryKeys,
  history: OwnHistory,
  keeper: PlaceKeeper,
): Promise<WritableHistory> {
  const opened = await openFor(history);
  if ((await keeper.read()).current === current) return opened;
  throw new Error('The history that was being written anew is in use no more.');
}
