import { afterEach, describe, expect, it } from 'vitest';
import { notesLeftOut } from '../../../lib/backup/merge-facts.ts';
import { lastFullAt, lastRoute, readStandings } from '../../../lib/history/facts.ts';
import { readIndex } from '../../../lib/history/index/store.ts';
import { readLatest } from '../../../lib/history/latest.ts';
import { changeNotes, readNotes, withNote } from '../../../lib/history/notes.ts';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { readBars, spans } from '../../../lib/history/queries/bars.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { aHistory, backupOf, linesOf, removeHistory, restored } from '../../helpers/backups.ts';
import { at } from '../../helpers/clock.ts';
import { allRounds, allTransitions } from '../../helpers/history.ts';
import { aRound, aServiceResult, aSignal, aStanding, aTargetResult } from '../../helpers/rounds.ts';

const opened: WritableHistory[] = [];
afterEach(async () => {
  for (const history of opened.splice(0)) await removeHistory(history);
});

async function begun(name: string): Promise<WritableHistory> {
  const history = await aHistory(name);
  opened.push(history);
  return history;
}

async function kept(history: Promise<WritableHistory>): Promise<WritableHistory> {
  opened.push(await history);
  return history;
}

const hour = 3_600;

function seen(id: string, hours: number, state: ServiceState, part: Partial<Round> = {}): Round {
  const targets = [aTargetResult({ attempts: [anAttempt({ ok: state === 'ok' })] })];
  return aRound({
    id,
    startedAt: at(hours * hour),
    services: [aServiceResult({ state, roundState: state, targets })],
    ...part,
  });
}

async function record(history: WritableHistory, ...rounds: Round[]): Promise<void> {
  for (const round of rounds) {
    const [service] = round.services;
    const standings = [aStanding({ state: service?.state ?? 'ok', since: round.startedAt })];
    await recordRound(history, { round, standings, full: true });
  }
}

const idsOf = async (history: WritableHistory) => (await allRounds(history)).map(({ id }) => id);

const changes = [
  seen('a', 0, 'ok'),
  seen('b', 1, 'blocked'),
  seen('c', 30, 'blocked'),
  seen('d', 31, 'ok'),
];

describe('a restored history', () => {
  it('has the states, changes and sums of rounds that had no room', async () => {
    const history = await begun('before');
    await record(history, ...changes);
    for (const number of [1, 2, 4]) await history.database.delete('sealedRounds', number);
    const before = await readIndex(history);
    const transitions = await allTransitions(history);
    expect(transitions.map(({ roundId }) => roundId)).toEqual(['b', 'd']);

    const after = await kept(restored(await backupOf(history), 'after'));

    expect(await idsOf(after)).toEqual(['c']);
    expect(await allTransitions(after)).toEqual(transitions);
    const week = { ...spans.week, until: new Date(at(40 * hour)) };
    expect(await readBars(after, week)).toEqual(await readBars(history, week));
    expect((await readIndex(after)).states).toEqual(before.states);
  });

  it('knows since when a state lasts, though what began it is gone', async () => {
    const history = await begun('before');
    await record(history, ...changes.slice(0, 3));
    for (const store of ['sealedRounds', 'sealedDays'] as const)
      await history.database.delete(store, 1);
    await history.database.delete('sealedRounds', 2);
    const { states } = await readIndex(history);
    expect(states).toMatchObject([{ since: at(hour) }]);

    const after = await kept(restored(await backupOf(history), 'after'));

    expect((await readIndex(after)).states).toEqual(states);
  });

  it('has what hysteresis, the schedule and the popup need', async () => {
    const signals = [aSignal()];
    const routing = { ...aRound().routing, signals };
    const history = await begun('before');
    await record(history, seen('a', 0, 'ok', { routing }), seen('b', 1, 'ok'));

    const after = await kept(restored(await backupOf(history), 'after'));

    expect(await readStandings(after)).toEqual(await readStandings(history));
    expect(await lastFullAt(after)).toBe(at(hour));
    expect(await lastRoute(after)).toEqual({ at: at(0), routing });
    expect(await readLatest(after)).toEqual(await readLatest(history));
  });

  it('goes on like any other', async () => {
    const history = await begun('before');
    await record(history, ...changes);
    const after = await kept(restored(await backupOf(history), 'after'));

    await record(history, seen('e', 32, 'blocked'));
    await record(after, seen('e', 32, 'blocked'));

    expect(await linesOf(await backupOf(after))).toEqual(await linesOf(await backupOf(history)));
  });

  it('has the country and AS number that traffic left from only where they may be kept', async () => {
    const routing = {
      ...aRound().routing,
      exitCountry: 'NL',
      exitAsn: 64_500,
      signals: [aSignal()],
    };
    const history = await begun('before');
    await record(history, seen('a', 0, 'ok', { routing }));
    const file = await backupOf(history);

    const after = await kept(restored(file, 'after', { keepsExits: false }));

    expect((await linesOf(file)).join()).toContain('64500');
    expect((await linesOf(await backupOf(after))).join()).not.toMatch(/64500|"NL"/);
    expect(JSON.stringify(await readLatest(after))).not.toMatch(/64500|"NL"/);
  });
});

describe('two histories as one', () => {
  it('have each round once, in the order of their starts', async () => {
    const [one, other] = [await begun('one'), await begun('other')];
    await record(one, seen('a', 0, 'ok'), seen('c', 2, 'ok'), seen('e', 4, 'ok'));
    await record(other, seen('b', 1, 'ok'), seen('c', 2, 'blocked'), seen('f', 5, 'ok'));

    const both = await kept(restored(await backupOf(other), 'both', { present: one }));

    expect(await idsOf(both)).toEqual(['a', 'b', 'c', 'e', 'f']);
    const [, , common] = await allRounds(both);
    expect(common?.services).toMatchObject([{ state: 'ok' }]);
  });

  it('are the same whether the file or the browser has more', async () => {
    const history = await begun('one');
    await record(history, ...changes.slice(0, 2));
    const part = await backupOf(history);
    await record(history, ...changes.slice(2));
    const whole = await backupOf(history);

    const added = await kept(restored(part, 'added', { present: history }));
    const earlier = await kept(restored(part, 'earlier'));
    const grown = await kept(restored(whole, 'grown', { present: earlier }));

    expect(await linesOf(await backupOf(added))).toEqual(await linesOf(whole));
    expect(await linesOf(await backupOf(grown))).toEqual(await linesOf(whole));
  });

  it('keep the order of recording of each, though a clock went back', async () => {
    const [one, other] = [await begun('one'), await begun('other')];
    await record(one, seen('a', 9, 'ok'), seen('b', 3, 'ok'));
    await record(other, seen('c', 8, 'ok'), seen('d', 1, 'ok'));

    const both = await kept(restored(await backupOf(other), 'both', { present: one }));

    const ids = await idsOf(both);
    expect(ids.filter((id) => 'ab'.includes(id))).toEqual(['a', 'b']);
    expect(ids.filter((id) => 'cd'.includes(id))).toEqual(['c', 'd']);
  });

  it.each([
    ['ahead', 9_000],
    ['behind', -9_000],
  ])(
    'end with the latest round, though the clock of one was %s for a round',
    async (_what, hours) => {
      const [one, other] = [await begun('one'), await begun('other')];
      await record(one, seen('d', 6, 'blocked'), seen('f', 9, 'blocked'));
      await record(
        other,
        seen('a', 0, 'ok'),
        seen('wrong', hours, 'ok'),
        seen('b', 2, 'ok'),
        seen('c', 4, 'ok'),
        seen('e', 8, 'ok'),
      );

      const both = await kept(restored(await backupOf(other), 'both', { present: one }));

      expect(await idsOf(both)).toEqual(['a', 'wrong', 'b', 'c', 'd', 'e', 'f']);
      expect(await readStandings(both)).toEqual(await readStandings(one));
    },
  );

  it('have a round rather than what is left of it, from whichever has it', async () => {
    const [one, other] = [await begun('one'), await begun('other')];
    await record(one, ...changes);
    await record(other, ...changes);
    await one.database.delete('sealedRounds', 1);
    await other.database.delete('sealedRounds', 3);

    const both = await kept(restored(await backupOf(other), 'both', { present: one }));

    expect(await idsOf(both)).toEqual(['a', 'b', 'c', 'd']);
    expect((await allTransitions(both)).map(({ roundId }) => roundId)).toEqual(['b', 'd']);
    expect((await linesOf(await backupOf(both))).join()).not.toContain('"summary"');
  });

  it('have the standing of the later one, and of services that the other alone has', async () => {
    const [one, other] = [await begun('one'), await begun('other')];
    await recordRound(one, {
      round: seen('a', 0, 'ok'),
      standings: [aStanding({ state: 'ok' }), aStanding({ service: 'old', state: 'down' })],
      full: true,
    });
    await recordRound(other, {
      round: seen('b', 1, 'blocked'),
      standings: [aStanding({ state: 'blocked' })],
      full: false,
    });

    const both = await kept(restored(await backupOf(other), 'both', { present: one }));
    const same = await kept(restored(await backupOf(one), 'same', { present: other }));

    for (const history of [both, same]) {
      const standings = await readStandings(history);
      expect([...standings.values()].map(({ service, state }) => [service, state])).toEqual([
        ['chat', 'blocked'],
        ['old', 'down'],
      ]);
      expect(await lastFullAt(history)).toBe(at(0));
    }
  });

  it('have of the present one what came since it was to be replaced', async () => {
    const [one, other] = [await begun('one'), await begun('other')];
    await record(one, seen('a', 0, 'ok'), seen('late', 9, 'blocked'));
    await record(other, seen('b', 1, 'ok'));
    const file = await backupOf(other);

    const both = await kept(restored(file, 'both', { present: one, beyond: 1 }));
    const replaced = await kept(restored(file, 'replaced', { present: one, beyond: 2 }));

    expect(await idsOf(both)).toEqual(['b', 'late']);
    expect((await readStandings(both)).get('chat')?.state).toBe('blocked');
    expect(await idsOf(replaced)).toEqual(['b']);
    expect((await readStandings(replaced)).get('chat')?.state).toBe('ok');
  });
});

describe('the notes', () => {
  const add = (history: WritableHistory, id: string, text = id) =>
    changeNotes(
      async () => history,
      (notes) => withNote(notes, { id, at: at(0), text }, []),
    );
  const textsOf = async (history: WritableHistory) =>
    (await readNotes(history)).map(({ text }) => text).toSorted();

  it('come back with a backup, which has no line about them where there are none', async () => {
    const history = await begun('notes-before');
    await record(history, seen('a', 0, 'ok'));
    expect((await linesOf(await backupOf(history)))[2]).not.toContain('notes');
    await add(history, 'house', 'moved house');

    const again = await kept(restored(await backupOf(history), 'notes-after'));

    expect(await readNotes(again)).toEqual(await readNotes(history));
  });

  it('of both are kept where they are added, and the file’s alone where they are replaced', async () => {
    const history = await begun('notes-theirs');
    await record(history, seen('a', 0, 'ok'));
    await add(history, 'theirs');
    await add(history, 'both', 'old text');
    const file = await backupOf(history);
    // Without a check, as notes need none.
    const present = await begun('notes-ours');
    await add(present, 'ours');
    await add(present, 'both', 'new text');

    const added = await kept(restored(file, 'notes-added', { present }));
    const replaced = await kept(restored(file, 'notes-replaced', { present, beyond: 0 }));

    expect(await textsOf(added)).toEqual(['new text', 'ours', 'theirs']);
    expect(await textsOf(replaced)).toEqual(['old text', 'theirs']);
  });

  it('are the newest of both, as many as there may be', async () => {
    const noteOn = (day: number, id: string) => ({ id, at: at(day * 86_400), text: id });
    const many = (from: number, name: string) =>
      Array.from({ length: 200 }, (_, index) => noteOn(from + index, `${name} ${index}`));
    const [theirs, ours] = [many(0, 'theirs'), many(150, 'ours')];
    const history = await begun('notes-many');
    await record(history, seen('a', 0, 'ok'));
    await changeNotes(
      async () => history,
      () => theirs,
    );
    const present = await begun('notes-many-ours');
    await changeNotes(
      async () => present,
      () => ours,
    );

    const added = await kept(restored(await backupOf(history), 'notes-many-added', { present }));

    expect(await textsOf(added)).toEqual(
      [...theirs.slice(100), ...ours].map(({ text }) => text).toSorted(),
    );
    expect(notesLeftOut(ours, theirs)).toBe(100);
    expect(notesLeftOut(ours.slice(0, 101), theirs)).toBe(1);
    expect(notesLeftOut(ours, ours)).toBe(0);
  });

  it('that do not fit make a file unfit', async () => {
    const history = await begun('notes-unfit');
    await record(history, seen('a', 0, 'ok'));
    await add(history, 'long', 'x'.repeat(201));

    await expect(restored(await backupOf(history), 'notes-none')).rejects.toThrow(
      'facts.notes.0.text',
    );
    await removeHistory(await aHistory('notes-none'));
    await removeHistory(await aHistory('notes-none-before'));
  });
});
