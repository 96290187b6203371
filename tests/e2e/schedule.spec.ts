import type { Round } from '../../lib/round/types.ts';
import type { Extension } from '../lab/extension.ts';
import { expect, test } from './fixtures.ts';

interface Alarms {
  create(name: string, when: { when: number }): Promise<void>;
  getAll(): Promise<{ name: string }[]>;
}
type Chrome = { chrome: { alarms: Alarms } };

/** Lets the alarm go off that is set anyway, only sooner. */
function bringForward(extension: Extension, name: string): Promise<void> {
  return extension.page.evaluate(
    (alarm) =>
      (globalThis as unknown as Chrome).chrome.alarms.create(alarm, { when: Date.now() + 100 }),
    name,
  );
}

async function alarmNames(extension: Extension): Promise<string[]> {
  const alarms = await extension.page.evaluate(() =>
    (globalThis as unknown as Chrome).chrome.alarms.getAll(),
  );
  return alarms.map(({ name }) => name);
}

async function roundsBy(extension: Extension, trigger: string): Promise<Round[]> {
  const rounds = await extension.read<Round>('rounds');
  return rounds.filter((round) => round.trigger === trigger);
}

test('by itself it probes one sentinel a service where all is well', async ({ extension, lab }) => {
  await extension.check();
  await lab.clearLog();

  await bringForward(extension, 'schedule');
  await expect.poll(() => roundsBy(extension, 'schedule'), { timeout: 30_000 }).toHaveLength(1);

  const [pulse] = await roundsBy(extension, 'schedule');
  expect(pulse?.services.map(({ state, targets }) => [state, targets.length])).toEqual(
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

  await bringForward(extension, 'schedule');
  await expect.poll(() => roundsBy(extension, 'schedule'), { timeout: 30_000 }).toHaveLength(1);
  await extension.roundIsOver();
  await expect.poll(() => alarmNames(extension)).toContain('confirm');
  await bringForward(extension, 'confirm');
  await expect.poll(() => roundsBy(extension, 'confirm'), { timeout: 30_000 }).toHaveLength(1);

  const viberIn = (round: Round | undefined) => round?.services.find(({ id }) => id === 'viber');
  const [first] = await roundsBy(extension, 'schedule');
  const [second] = await roundsBy(extension, 'confirm');
  expect(viberIn(first)).toMatchObject({ state: 'ok', roundState: 'likely_blocked' });
  expect(viberIn(second)).toMatchObject({ state: 'likely_blocked', roundState: 'likely_blocked' });
});
