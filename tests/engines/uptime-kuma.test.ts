import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../lib/model/round.ts';
import { bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import { type LaunchedExtension, launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { domains } from '../lab/scenarios/names.ts';
import { startUptimeKuma, type UptimeKuma } from './uptime-kuma/server.ts';

/** The extension may contact any site, so that no question has to be answered. */
const build = '.output/chrome-mv3-research';

/** A day: longer than the test. */
const longSeconds = 86_400;

/** The shortest that Uptime Kuma allows. */
const shortSeconds = 20;

let lab: Lab;
let kuma: UptimeKuma;
let launched: LaunchedExtension;

beforeAll(async () => {
  lab = await createLab();
  kuma = await startUptimeKuma(lab);
  launched = await launchExtension(lab, { build, permitsRoute: false });
});
afterAll(async () => {
  await launched.close();
  await kuma.stop();
  await lab.close();
});

const services = ['max', 'discord', 'whatsapp', 'viber', 'snapchat', 'signal'];

const filtered = {
  tls: [{ names: domains.whatsapp, action: 'reset' as const }],
  addressRules: [{ targets: domains.viber, action: 'refuse' as const }],
  http: [
    { hosts: ['cdn.discordapp.com'], answer: { status: 451 } },
    { hosts: domains.snapchat, answer: { status: 503 } },
  ],
};

/** Checks, and waits until what the check said was told. */
async function checkAndTell(): Promise<Round> {
  const { extension } = launched;
  const round = await extension.check(services);
  await expect.poll(() => secondsTo(extension, 'upload')).not.toBeNull();
  await bringForward(extension, 'upload');
  await expect.poll(() => secondsTo(extension, 'upload'), { timeout: 30_000 }).toBeNull();
  return round;
}

it('is told the word of each service with a monitor, nothing where nothing is known, and takes silence for down', async () => {
  // Signal has none.
  const monitored = services.filter((service) => service !== 'signal');
  const pushUrls = Object.fromEntries(
    monitored.map((service) => [service, kuma.keepMonitor(service, longSeconds)]),
  );
  await launched.extension.ask('changeUpload', { upload: { kind: 'uptime-kuma', pushUrls } });

  lab.linkDown();
  const offline = await checkAndTell();
  expect(offline.services.map(({ state }) => state)).toEqual(services.map(() => 'insufficient'));
  expect(kuma.beats()).toEqual(Object.fromEntries(monitored.map((service) => [service, []])));

  lab.linkUp();
  await lab.setWorld(filtered);
  const round = await checkAndTell();
  const words = Object.fromEntries(round.services.map(({ id, state }) => [id, state]));
  expect(words).toEqual({
    max: 'ok',
    discord: 'impaired',
    whatsapp: 'blocked',
    viber: 'likely_blocked',
    snapchat: 'down',
    signal: 'ok',
  });
  const time = expect.toSatisfy((ping) => Number.isInteger(ping) && ping > 0 && ping < 10_000);
  expect(kuma.beats()).toEqual({
    max: [{ status: 'up', msg: 'ok', ping: time }],
    discord: [{ status: 'down', msg: 'impaired: http.error', ping: time }],
    whatsapp: [
      { status: 'down', msg: expect.stringMatching(/^blocked: .*tls\.reset\.sni/), ping: null },
    ],
    viber: [{ status: 'down', msg: 'likely_blocked: tcp.refused', ping: null }],
    snapchat: [{ status: 'down', msg: 'down: http.error', ping: null }],
  });

  // It says down by itself of what it hears nothing of for the interval of the monitor.
  kuma.keepMonitor('max', shortSeconds);
  await expect
    .poll(() => kuma.beats().max, { timeout: 60_000, interval: 2000 })
    .toEqual([
      { status: 'up', msg: 'ok', ping: time },
      { status: 'down', msg: 'No heartbeat in the time window', ping: null },
    ]);
}, 300_000);
