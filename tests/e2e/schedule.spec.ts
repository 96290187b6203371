import type { Round } from '../../lib/model/round.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import {
  alarmNames,
  bringForward,
  nextScheduledRound,
  nextWatch,
  roundsBy,
  secondsTo,
} from '../lab/browsers/alarms.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import type { ExitDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

test('a scheduled round probes one sentinel per service if all is well, and a few in turn', async ({
  extension,
  lab,
}) => {
  await extension.check();
  await lab.clearLog();

  const pulse = await nextScheduledRound(extension);

  expect(pulse.services.map(({ state }) => state)).toEqual(
    Array.from({ length: defaultServiceCount }, () => 'ok'),
  );
  expect(pulse.services.flatMap(({ targets }) => targets)).toHaveLength(defaultServiceCount + 3);
  await expect.poll(() => alarmNames(extension)).toContain('schedule');
  const moved = (await lab.log())
    .filter(({ kind }) => kind === 'tcp')
    .reduce((sum, { bytesIn = 0, bytesOut = 0 }) => sum + bytesIn + bytesOut, 0);
  expect(moved).toBeLessThan(110_000);
});

test('a change is confirmed before it is shown', async ({ extension, lab }) => {
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

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
const signalsOf = (round: Round | undefined) => round?.routing.signals.map(({ id }) => id) ?? [];

const watchLabel = 'Notice within a minute when the way that traffic goes changes';

test('a tunnel that comes up is noticed within a minute where that is ticked, and confirmed once', async ({
  extension,
  lab,
}) => {
  await lab.setWorld({ tunnel: { exit, isOff: true } });
  const before = await extension.check();
  expect(signalsOf(before)).toContain('exit-at-home');
  expect(await alarmNames(extension)).not.toContain('route-watch');
  await showPage(extension.page, 'settings');
  await extension.page.getByLabel(watchLabel).check();
  await expect.poll(() => secondsTo(extension, 'route-watch')).toBeLessThan(60);

  await lab.tunnelUp();
  await extension.killWorker();
  await bringForward(extension, 'route-watch');
  await expect
    .poll(() => roundsBy(extension, 'network-change'), { timeout: 30_000 })
    .toHaveLength(1);
  await extension.roundIsOver();
  const [noticed] = await roundsBy(extension, 'network-change');
  expect(signalsOf(noticed)).toEqual(expect.arrayContaining(['exit-abroad', 'exit-changed']));
  await expect.poll(() => secondsTo(extension, 'confirm')).toBeLessThan(75);
  await bringForward(extension, 'confirm');
  await expect.poll(() => roundsBy(extension, 'confirm'), { timeout: 30_000 }).toHaveLength(1);
  await extension.roundIsOver();

  const [confirmed] = await roundsBy(extension, 'confirm');
  expect(signalsOf(confirmed)).toContain('exit-abroad');
  expect(confirmed?.routing.verdict).toBe(noticed?.routing.verdict);
  await expect.poll(() => alarmNames(extension)).not.toContain('confirm');
  await nextWatch(extension);
  expect(await extension.read<Round>('rounds')).toHaveLength(3);
});

test('if the route stays the same, the watch is one small request', async ({ extension, lab }) => {
  await extension.check();
  await showPage(extension.page, 'settings');
  await extension.page.getByLabel(watchLabel).check();
  await expect.poll(() => alarmNames(extension)).toContain('route-watch');
  await lab.clearLog();

  await nextWatch(extension);

  const log = await lab.log();
  expect(log.filter(({ kind }) => kind === 'http').map(({ name, path }) => [name, path])).toEqual([
    ['1.1.1.1', '/cdn-cgi/trace'],
  ]);
  expect(
    log.filter(({ kind }) => kind === 'tcp'),
    'over the connection that is there',
  ).toEqual([]);
  expect(await extension.read<Round>('rounds')).toHaveLength(1);
});

test('the watch sends no request if the look at the route is off', async ({ extension, lab }) => {
  await extension.check();
  const label = 'Look at which way traffic goes, and show it';
  await showPage(extension.page, 'settings');
  await extension.page.getByLabel(watchLabel).check();
  await expect.poll(() => alarmNames(extension)).toContain('route-watch');
  await extension.page.getByLabel(label).uncheck();
  await lab.clearLog();

  await bringForward(extension, 'route-watch');
  await expect.poll(() => alarmNames(extension), { timeout: 15_000 }).not.toContain('route-watch');

  expect(await lab.log()).toEqual([]);
});

test('a tunnel that came up is noticed when the popup opens', async ({ extension, lab }) => {
  await lab.setWorld({ tunnel: { exit, isOff: true } });
  await extension.check();
  await lab.tunnelUp();

  const popup = await extension.context.newPage();
  await popup.goto(extension.address('popup.html'));

  await expect
    .poll(() => roundsBy(extension, 'network-change'), { timeout: 30_000 })
    .toHaveLength(1);
  const [noticed] = await roundsBy(extension, 'network-change');
  expect(signalsOf(noticed)).toContain('exit-changed');
});

test('a popup that is opened again at once asks nothing', async ({ extension, lab }) => {
  await extension.check();
  const popup = await extension.context.newPage();
  const looks = async () =>
    (await lab.log()).filter(({ path }) => path === '/cdn-cgi/trace').length;
  await lab.clearLog();
  await popup.goto(extension.address('popup.html'));
  await expect.poll(looks).toBe(1);

  await popup.reload();
  await extension.ask('lookAtRoute');

  expect(await looks()).toBe(1);
});
