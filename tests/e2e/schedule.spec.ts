import type { Round } from '../../lib/round/types.ts';
import { alarmNames, bringForward, nextScheduledRound, roundsBy } from '../lab/alarms.ts';
import { expect, test } from './fixtures.ts';

test('by itself it probes one sentinel a service where all is well', async ({ extension, lab }) => {
  await extension.check();
  await lab.clearLog();

  const pulse = await nextScheduledRound(extension);

  expect(pulse.services.map(({ state, targets }) => [state, targets.length])).toEqual(
    Array.from({ length: 10 }, () => ['ok', 1]),
  );
  expect(await alarmNames(extension)).toContain('schedule');
  const moved = (await lab.log())
    .filter(({ kind }) => kind === 'tcp')
    .reduce((sum, { bytesIn = 0, bytesOut = 0 }) => sum + bytesIn + bytesOut, 0);
  expect(moved).toBeLessThan(150_000);
});

test('a change is looked at again before it is believed', async ({ extension, lab }) => {
  await extension.check();
  await lab.setWorld({ tls: [{ names: ['.viber.com'], action: 'reset' }] });

  const first = await nextScheduledRound(extension);
  await expect.poll(() => alarmNames(extension)).toContain('confirm');
  await bringForward(extension, 'confirm');
  await expect.poll(() => roundsBy(extension, 'confirm'), { timeout: 30_000 }).toHaveLength(1);

  const viberIn = (round: Round | undefined) => round?.services.find(({ id }) => id === 'viber');
  const [second] = await roundsBy(extension, 'confirm');
  expect(viberIn(first)).toMatchObject({ state: 'ok', roundState: 'likely_blocked' });
  expect(viberIn(second)).toMatchObject({ state: 'likely_blocked', roundState: 'likely_blocked' });
});
