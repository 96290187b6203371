import { describe, expect, it } from 'vitest';
import { readStandings } from '../../../../lib/history/facts.ts';
import { appendJournal, readJournal } from '../../../../lib/history/journal.ts';
import type { OwnHistory } from '../../../../lib/history/own-history.ts';
import { newDatabaseName, withSetAside } from '../../../../lib/history/places.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import type { Deletion } from '../../../../lib/model/deletion.ts';
import { dateAt } from '../../../helpers/clock.ts';
import { allRounds } from '../../../helpers/history.ts';
import {
  alone,
  expectOldKeysOpenNothing,
  ids,
  seenAs,
  useOwnHistory,
} from '../../../helpers/own-history.ts';
import { aPlan, planEntry } from '../../../helpers/rounds.ts';

const own = useOwnHistory();

describe('a round that is recorded meanwhile', () => {
  it('is kept, and in the index, at whatever moment that was', { timeout: 300_000 }, async () => {
    const before = Array.from({ length: 3 }, (_, index) => seenAs(`round-${index}`, index, 'ok'));
    const shallow = seenAs('later', 60, 'ok');
    const labels = seenAs('later', 60, 'blocked');
    const deletion: Deletion = { rounds: ['round-1'] };

    for (let moment = 1; moment <= 30; moment += 2) {
      await own.beginAnew();
      await own.record(before);
      let calls = 0;
      const interrupted: OwnHistory = {
        ...own.history,
        async toRead() {
          calls += 1;
          // It replaces itself, as when labels deepen.
          if (calls === moment) await own.record([shallow]);
          if (calls === moment + 1) await own.record([labels]);
          return own.history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, own.keys, alone);
      await rewriting.note(deletion);

      await rewriting.run();

      const read = await own.history.toRead();
      expect(calls, 'it was meanwhile').toBeGreaterThan(moment);
      expect(await allRounds(read)).toEqual([before[0], before[2], labels]);
      const indexed = await Array.fromAsync(selectRounds(read, { states: ['ok', 'blocked'] }));
      expect(indexed).toEqual([before[0], before[2], labels]);
      await expectOldKeysOpenNothing(own);
    }
  });
});

describe('another history that takes the place of one that is written anew', () => {
  it('stays as it is, at whatever moment that was', { timeout: 300_000 }, async () => {
    const round = seenAs('later', 60, 'ok');
    let calls = Infinity;
    for (let moment = 1; calls >= moment; moment += 1) {
      await own.beginAnew();
      await own.record([seenAs('one', 0, 'ok'), seenAs('two', 30, 'ok')]);
      calls = 0;
      const interrupted: OwnHistory = {
        ...own.history,
        async toRead() {
          calls += 1;
          if (calls === moment) {
            const next = { database: newDatabaseName(), why: 'damaged', now: dateAt(0) } as const;
            await own.keys.change((before) => withSetAside(before, next));
            await own.record([round]);
          }
          return own.history.toRead();
        },
      };
      const rewriting = createRewriting(interrupted, own.keys, alone);
      await rewriting.note({ rounds: ['one'] }).catch(() => undefined);
      await rewriting.run().catch(() => undefined);

      if (calls < moment) break;
      expect(await allRounds(await own.history.toRead()), `at call ${moment}`).toEqual([round]);
      expect((await readStandings(await own.history.toRead())).size).toBe(ids.length);
    }
  });
});

describe('deleting', () => {
  it('waits for the running round, and leaves what comes later as it is', async () => {
    await own.record([seenAs('one', 0, 'ok')]);
    const running = Promise.withResolvers<void>();
    let isRunning = true;
    let later: Promise<void> | undefined;
    const rewriting = createRewriting(own.history, own.keys, {
      idle: () => running.promise,
      isRunning: () => isRunning,
      // Once the service is out of what was there.
      onChanged() {
        later ??= own.record([seenAs('three', 120, 'ok')]);
      },
    });
    await rewriting.note({ service: 'chat' });
    const run = rewriting.run();
    await own.record([seenAs('two', 60, 'ok')]);
    isRunning = false;
    running.resolve();

    await run;

    await later;
    const rounds = await allRounds(await own.history.toRead());
    expect(rounds.map(({ id, services }) => [id, services.map((one) => one.id).join()])).toEqual([
      ['one', 'talk,call'],
      ['two', 'talk,call'],
      ['three', 'chat,talk,call'],
    ]);
  });

  it('takes what a round brought back that began before, too', async () => {
    await own.record([seenAs('one', 0, 'ok')]);
    let idles = 0;
    const rewriting = createRewriting(own.history, own.keys, {
      async idle() {
        idles += 1;
        if (idles === 2) await own.record([seenAs('two', 60, 'ok')]);
      },
      isRunning: () => idles === 1,
      onChanged: () => undefined,
    });
    await rewriting.note({ service: 'chat' });

    await rewriting.run();

    const rounds = await allRounds(await own.history.toRead());
    expect(rounds.map(({ services }) => services.length)).toEqual([2, 2]);
    expect((await readStandings(await own.history.toRead())).has('chat')).toBe(false);
  });

  it('does what was noted while it went on, under a further key', async () => {
    await own.record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'ok')]);
    const noted: Promise<void>[] = [];
    const rewriting = createRewriting(own.history, own.keys, {
      ...alone,
      onChanged() {
        if (noted.length === 0) noted.push(rewriting.note({ service: 'chat' }));
      },
    });
    await rewriting.note({ rounds: ['one'] });

    await rewriting.run();

    await Promise.all(noted);
    await rewriting.run();
    const rounds = await allRounds(await own.history.toRead());
    expect(rounds.map(({ id, services }) => [id, services.length])).toEqual([['two', 2]]);
    await expectOldKeysOpenNothing(own);
    expect(await (await own.history.toRead()).database.count('sealedFacts', 'omissions')).toBe(0);
  });

  it('keeps the journal of a round that began meanwhile', async () => {
    await own.record([seenAs('one', 0, 'ok')]);
    await appendJournal(await own.history.toWrite(), [planEntry(aPlan())]);

    await own.leaveOut({ rounds: ['one'] });

    expect(await readJournal(await own.history.toRead())).toEqual([planEntry(aPlan())]);
  });
});
