import { describe, expect, it } from 'vitest';
import { changeAlertMemory, readAlertMemory } from '../../../../lib/history/alert-memory.ts';
import { changeFact } from '../../../../lib/history/change-fact.ts';
import { lastFullAt, readFact, readStandings } from '../../../../lib/history/facts.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import { createRewriting } from '../../../../lib/history/rewriting/rewriting.ts';
import type { AlertMemory } from '../../../../lib/model/alert.ts';
import { aMemory, someNews } from '../../../helpers/alerts.ts';
import { at } from '../../../helpers/clock.ts';
import { interruptedAt } from '../../../helpers/interrupted-history.ts';
import { alone, seenAs, useOwnHistory } from '../../../helpers/own-history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const own = useOwnHistory();

describe('deleting', () => {
  it('forgets the standing of a service, and leaves those of others as they are', async () => {
    await own.record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'blocked')]);

    await own.leaveOut({ service: 'chat' }, { rounds: ['two'] });

    const standings = await readStandings(await own.history.toRead());
    expect([...standings.values()].map(({ service, state }) => [service, state])).toEqual([
      ['talk', 'blocked'],
      ['call', 'blocked'],
    ]);
  });

  it('forgets what was told of a service, and not what was told of others', async () => {
    await own.record([aRound({ id: 'one', services: [aServiceResult()] })]);
    const known = { chat: 'closed', talk: 'ok' } as const;
    await changeAlertMemory(
      () => own.history.toWrite(),
      () => aMemory({ known, news: [someNews()] }),
    );

    await own.leaveOut({ service: 'chat' });

    expect(await readAlertMemory(await own.history.toRead())).toEqual(
      aMemory({ known: { talk: 'ok' } }),
    );
  });

  it('forgets what was told of a service, and loses nothing that is told at any moment meanwhile', async () => {
    const known = { chat: 'closed', talk: 'ok' } as const;
    const change = (memory: AlertMemory | null) => ({ ...(memory ?? aMemory()), count: 1 });
    let questions = 0;
    for (let isOver = false; !isOver; ) {
      await own.beginAnew();
      await own.record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'blocked')]);
      const open = () => own.history.toWrite();
      await changeAlertMemory(open, () => aMemory({ known }));
      questions += 1;
      const told = interruptedAt(questions, own.history, () => changeAlertMemory(open, change));
      const rewriting = createRewriting(told.history, own.keys, alone);
      await rewriting.note({ service: 'chat' });
      await rewriting.run();

      isOver = !told.isInterrupted();
      const after = await readAlertMemory(await own.history.toRead());
      const expected = aMemory({ known: { talk: 'ok' }, count: isOver ? 0 : 1 });
      expect(after, `told at question ${questions}`).toEqual(expected);
    }
    expect(questions).toBeGreaterThan(20);
  });

  it('forgets all standings, and the last full round, with the last round', async () => {
    await own.record([seenAs('one', 0, 'ok', { trigger: 'manual' })]);
    expect(await lastFullAt(await own.history.toRead())).toBe(at(0));

    await own.leaveOut({ rounds: ['one'] });

    const read = await own.history.toRead();
    expect(await readStandings(read)).toEqual(new Map());
    expect(await lastFullAt(read)).toBeNull();
    expect(await readLatest(read)).toEqual({ round: null, route: null });
  });

  it('forgets which landmarks ever answered with a round, and not with a service', async () => {
    await own.record([seenAs('one', 0, 'ok'), seenAs('two', 60, 'ok')]);
    const landmarks = [{ id: 'canary', answered: true, silentRounds: 0 }];
    await changeFact(
      () => own.history.toWrite(),
      'landmarks',
      () => landmarks,
    );
    const remembered = async () => readFact(await own.history.toRead(), 'landmarks');

    await own.leaveOut({ service: 'chat' });
    expect(await remembered()).toEqual(landmarks);
    await own.leaveOut({ rounds: ['two'] });
    expect(await remembered()).toBeUndefined();
  });
});
