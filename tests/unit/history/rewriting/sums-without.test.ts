import { describe, expect, it } from 'vitest';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { thinOut } from '../../../../lib/history/retention/thin-out.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { allRounds, allTransitions } from '../../../helpers/history.ts';
import { ids, seenAs, useOwnHistory } from '../../../helpers/own-history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const daySeconds = 24 * 60 * 60;
const own = useOwnHistory();

it('tells of what is left that a network was shut, also of the state that outlasts it', async () => {
  const verdicts = [
    { roundState: 'likely_blocked', scope: 'network' },
    { roundState: 'ok', scope: 'service' },
  ] as const;
  const rounds = verdicts.map((one, index) => {
    const services = ids
      .slice(0, 2)
      .map((id) => aServiceResult({ id, state: 'likely_blocked', ...one }));
    return aRound({ id: `${index}`, startedAt: at(900 * index - daySeconds), services });
  });
  await own.record([...rounds, aRound({ id: 'today', startedAt: at(0) })]);

  await own.leaveOut({ service: 'talk' });

  const bars = await readBars(await own.history.toWrite(), { ...spans.month, until: dateAt(0) });
  expect(bars.at(-2)?.rollups).toMatchObject([{ service: 'chat', states: { network: 2 } }]);
});

const changes = async () =>
  (await allTransitions(await own.history.toRead())).map(
    ({ service, from, to, roundId }) => `${service}: ${from} to ${to} in ${roundId}`,
  );

describe('deleting', () => {
  it('says nothing of a state that only deleted rounds had', async () => {
    await own.record([
      seenAs('one', 0, 'ok'),
      seenAs('two', 60, 'blocked'),
      seenAs('three', 120, 'blocked'),
      seenAs('four', 180, 'ok'),
    ]);

    await own.leaveOut({ service: 'call' }, { rounds: ['two'] });

    expect(await changes()).toEqual([
      'chat: ok to blocked in three',
      'talk: ok to blocked in three',
      'chat: blocked to ok in four',
      'talk: blocked to ok in four',
    ]);
    await own.leaveOut({ from: at(100), to: at(150) });
    expect(await changes()).toEqual([]);
  });

  it('leaves out of sums what has gone already for want of room', async () => {
    await own.record([
      seenAs('one', 0, 'ok'),
      seenAs('two', 60, 'ok'),
      seenAs('three', 120, 'blocked'),
      seenAs('later', daySeconds, 'blocked'),
    ]);
    await thinOut(await own.history.toRead(), 1);
    expect((await allRounds(await own.history.toRead())).map(({ id }) => id)).toEqual([
      'three',
      'later',
    ]);

    await own.leaveOut({ from: at(60), to: at(61) }, { service: 'call' });

    const until = dateAt(daySeconds);
    const bars = await readBars(await own.history.toRead(), { ...spans.month, until });
    const sums = bars.flatMap(({ rollups }) => rollups.map((one) => [one.service, one.states]));
    expect(sums).toEqual([
      ['chat', { ok: 1, blocked: 1 }],
      ['talk', { ok: 1, blocked: 1 }],
      ['chat', { blocked: 1 }],
      ['talk', { blocked: 1 }],
    ]);
    expect(await changes()).toEqual([
      'chat: ok to blocked in three',
      'talk: ok to blocked in three',
    ]);
  });

  it('goes on recording and retaining afterwards', async () => {
    await own.record([seenAs('one', 0, 'ok'), seenAs('two', daySeconds, 'blocked')]);
    await own.leaveOut({ rounds: ['two'] });
    await own.record([
      seenAs('three', daySeconds + 60, 'ok'),
      seenAs('four', 2 * daySeconds, 'ok'),
    ]);

    await thinOut(await own.history.toRead(), 1);

    expect((await allRounds(await own.history.toRead())).map(({ id }) => id)).toEqual([
      'three',
      'four',
    ]);
    const until = dateAt(2 * daySeconds);
    const bars = await readBars(await own.history.toRead(), { ...spans.month, until });
    expect(
      bars.flatMap(({ rollups }) => rollups).filter(({ service }) => service === 'chat'),
    ).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ states: { ok: 1 } })));
  });
});
