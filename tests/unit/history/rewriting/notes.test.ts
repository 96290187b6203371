import { describe, expect, it } from 'vitest';
import { buildHistory } from '../../../../lib/history/build.ts';
import { readEnd } from '../../../../lib/history/history-end.ts';
import { readHistoryFacts } from '../../../../lib/history/history-facts.ts';
import { makeHistory } from '../../../../lib/history/new-history.ts';
import { changeNotes, readNotes, withNote } from '../../../../lib/history/notes.ts';
import type { OwnHistory } from '../../../../lib/history/own-history.ts';
import { readEntries } from '../../../../lib/history/read-entries.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Omission } from '../../../../lib/model/deletion.ts';
import type { Note } from '../../../../lib/model/note.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { at } from '../../../helpers/clock.ts';
import { Death, dyingAfter } from '../../../helpers/dying-history.ts';
import { allRounds } from '../../../helpers/history.ts';
import { alone, useOwnHistory } from '../../../helpers/own-history.ts';
import { aRound, aServiceResult, aSignal } from '../../../helpers/rounds.ts';

const daySeconds = 24 * 60 * 60;
/** Every third day of it has a check. */
const year = 365;
const everyDays = 3;
const checksOfYear = Math.ceil(year / everyDays);

const own = useOwnHistory();

/** A round of that day, whose traffic left from abroad. */
function roundOn(day: number): Round {
  const { routing } = aRound();
  return aRound({
    id: `round-${day}`,
    startedAt: at(day * daySeconds),
    routing: { ...routing, signals: [aSignal()], exitCountry: 'NL', exitAsn: 64_500 },
    services: ['chat', 'talk'].map((id) => aServiceResult({ id, state: 'ok' })),
  });
}

const noteOn = (day: number): Note => ({
  id: `note-${day}`,
  at: at(day * daySeconds),
  text: `what happened on day ${day}`,
});

async function add(note: Note): Promise<void> {
  await changeNotes(
    () => own.history.toWrite(),
    (notes) => withNote(notes, note, []),
  );
}

/** Some days, with a note a month. */
async function live(days: number): Promise<Note[]> {
  const notes: Note[] = [];
  for (let day = 0; day < days; day += everyDays) {
    const finished = { round: roundOn(day), standings: [], full: true };
    await recordRound(await own.history.toWrite(), finished);
    if (day % 30 !== 0) continue;
    await add(noteOn(day));
    notes.push(noteOn(day));
  }
  return notes;
}

const notesNow = async () => readNotes(await own.history.toRead());
const roundsNow = async () => allRounds(await own.history.toRead());

describe('notes of a year', () => {
  it.each<[what: string, omission: Omission, roundsLeft: number]>([
    ['exits are forgotten', { exits: true }, checksOfYear],
    ['a service is deleted', { service: 'talk' }, checksOfYear],
    ['a check is deleted', { rounds: ['round-6'] }, checksOfYear - 1],
  ])('stay where %s', async (_what, omission, roundsLeft) => {
    const notes = await live(year);
    const before = await own.keys.read();

    const rewriting = own.rewriting();
    await rewriting.note(omission);
    await rewriting.run();

    expect((await own.keys.read()).current).not.toBe(before.current);
    expect(await notesNow()).toEqual(notes);
    expect(await roundsNow()).toHaveLength(roundsLeft);
  });

  it('go along where another history takes the place of this one', async () => {
    const notes = await live(year);
    const present = await own.history.toRead();
    const end = await readEnd(present.database);

    const isUsed = await makeHistory(
      async (target) =>
        buildHistory(target, readEntries(present, null), await readHistoryFacts(present)),
      (place) => own.history.switchTo({ ...place, end }, {}),
    );

    expect(isUsed).toBe(true);
    expect(await notesNow()).toEqual(notes);
    expect(await roundsNow()).toHaveLength(checksOfYear);
  });
});

/** The same history; once the notes were read there to be written anew, another comes first. */
function interruptedBy(note: Note): OwnHistory {
  let isAdded = false;
  return {
    ...own.history,
    async toRead() {
      const { database, seal } = await own.history.toRead();
      const interrupted = new Proxy(database, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name, target);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            const result: unknown = member.apply(target, given);
            if (isAdded || name !== 'get' || given[1] !== 'notes') return result;
            isAdded = true;
            return add(note).then(() => result);
          };
        },
      });
      return { database: interrupted, seal };
    },
  };
}

it('stay where another comes while they are written anew', async () => {
  const notes = await live(9);

  const rewriting = createRewriting(interruptedBy(noteOn(10)), own.keys, alone);
  await rewriting.note({ exits: true });
  await rewriting.run();

  expect(await notesNow()).toEqual([...notes, noteOn(10)]);
});

it('stay at whatever moment the worker dies', { timeout: 120_000 }, async () => {
  let deaths = 0;
  for (let steps = 1; steps < 120; steps += 4) {
    await own.beginAnew();
    const notes = await live(9);
    await own.rewriting().note({ exits: true });
    const worker = dyingAfter(steps, own);

    await createRewriting(worker.history, worker.keys, alone)
      .run()
      .catch((error: unknown) => {
        if (!(error instanceof Death)) throw error;
        deaths += 1;
      });
    expect(await notesNow(), `after ${steps} steps`).toEqual(notes);
    await add(noteOn(10));
    await own.rewriting().run();

    expect(await notesNow(), `after ${steps} steps, and the rest`).toEqual([...notes, noteOn(10)]);
    expect((await own.keys.read()).former).toBeNull();
  }
  expect(deaths).toBeGreaterThan(9);
});
