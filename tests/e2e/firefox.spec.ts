import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostPatterns } from '../../lib/catalog/hosts.ts';
import { catalog } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { createFirefoxProfile } from '../lab/browsers/firefox-profile.ts';
import { processesWith } from '../lab/browsers/processes.ts';
import type { Lab } from '../lab/lab.ts';
import { startCheck } from '../lab/run/run-check.ts';
import type { WorldDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

/** A round of `npm run check` in a new Firefox that trusts the lab's authority, with Moscow's clock. */
async function roundIn(lab: Lab, world: WorldDescription): Promise<Round> {
  await lab.setWorld(world);
  await lab.clearLog();
  const profile = createFirefoxProfile(lab);
  try {
    const options = ['--browser', 'firefox', '--format', 'json', '--profile', profile.path];
    const clock = { TZ: 'Europe/Moscow' };
    const { code, output, errors } = await startCheck(lab, options, clock).finished;
    expect(code, errors).toBe(0);
    return JSON.parse(output) as Round;
  } finally {
    profile.remove();
  }
}

function byId(round: Round): Record<string, ServiceResult> {
  return Object.fromEntries(round.services.map((service) => [service.id, service]));
}

test('all services get through, and Firefox contacts no other host', async ({ lab }) => {
  const round = await roundIn(lab, {});

  expect(round.network.state).toBe('normal');
  expect(round.software.browser).toMatch(/^Firefox \d/);
  expect(round.services.map(({ state, confidence }) => [state, confidence])).toEqual(
    Array.from({ length: defaultServiceCount }, () => ['ok', 'high']),
  );
  const [signal] = byId(round).signal?.targets.flatMap((target) => target.attempts) ?? [];
  expect(signal?.browserError).toBe('SEC_ERROR_UNKNOWN_ISSUER');
  const [web] = byId(round).viber?.targets.flatMap((target) => target.attempts) ?? [];
  expect(web?.remoteIp).not.toBeNull();
  expect(web?.ttfbMs).toBeGreaterThan(0);
  expect(web?.ttfbMs).toBeLessThanOrEqual(web?.totalMs ?? 0);

  // From the table in the build: Firefox itself does not know the country of that clock.
  expect(round.routing.signals.map(({ id }) => id)).toContain('clock-there');

  const { required, route } = hostPatterns(catalog);
  const known = [
    ...[...required, ...route].map((pattern) => pattern.split('/')[2]),
    ...catalog.callControls.map(({ url }) => url.split(':')[1]),
  ];
  const log = await lab.log();
  const names = log.filter(({ kind }) => kind === 'dns').map(({ name }) => name);
  expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  const handshakes = log.filter(
    ({ kind, name }) => kind === 'clienthello' && name === 'www.viber.com',
  );
  expect(handshakes, 'one handshake per probe').toHaveLength(1);
});

test('each service has its own fault, and each is identified', async ({ lab }) => {
  const round = await roundIn(lab, {
    dns: [{ names: ['.whatsapp.com', '.whatsapp.net', '.wa.me'], answer: 'nxdomain' }],
    tls: [
      { names: ['.discord.com', '.discordapp.com', '.discordapp.net'], action: 'reset' },
      { names: ['.facebook.com'], action: 'forged' },
      { names: ['facetime.apple.com'], action: 'expired' },
    ],
    addressRules: [
      { targets: ['api.vk.ru', 'vk.ru', 'vk.com', 'api.vk.com', 'web.vk.me'], action: 'drop' },
    ],
    http: [
      { hosts: ['.viber.com'], answer: { status: 451 } },
      { hosts: ['.snapchat.com'], answer: { status: 503 } },
    ],
  });

  expect(round.network.state).toBe('normal');
  const services = byId(round);
  expect(services.whatsapp).toMatchObject({ state: 'blocked', scope: 'service' });
  expect(['dns.nxdomain', 'dns.error']).toContain(services.whatsapp?.mechanisms.join());
  expect(services.discord).toMatchObject({ state: 'blocked', mechanisms: ['tls.reset.sni'] });
  expect(services.messenger).toMatchObject({ state: 'blocked', mechanisms: ['tls.mitm'] });
  expect(services.facetime).toMatchObject({ state: 'down', locus: 'server_side' });
  expect(services.vk).toMatchObject({ state: 'likely_blocked' });
  // One silent target per service gets the time that reveals the layer, if the round allows it.
  expect(['timeout', 'tcp.timeout']).toContain(services.vk?.mechanisms.join());
  expect(services.viber).toMatchObject({ state: 'blocked', mechanisms: ['http.error'] });
  expect(services.snapchat).toMatchObject({ state: 'down', locus: 'server_side' });
  for (const id of ['telegram', 'signal', 'max']) expect(services[id]?.state, id).toBe('ok');
});

test('sockets report the status that refuses them, and calls their path', async ({ lab }) => {
  const round = await roundIn(lab, {
    sockets: [
      { hosts: ['web.whatsapp.com'], action: { status: 403 } },
      { hosts: ['gateway.discord.gg'], action: 'swallow' },
    ],
    tls: [{ names: ['edge-chat.facebook.com', 'edge-chat.messenger.com'], action: 'reset' }],
    addressRules: [{ targets: ['stun.cloudflare.com', 'stun.l.google.com'], action: 'drop' }],
  });

  const { whatsapp, discord, messenger, max, telegram } = byId(round);
  expect(validAttemptsOf(whatsapp, 'whatsapp/socket')).toMatchObject([
    { ok: true, httpStatus: 403, failure: null },
  ]);
  expect(validAttemptsOf(telegram, 'telegram/socket')).toMatchObject([
    { ok: true, httpStatus: 101 },
  ]);
  expect(discord).toMatchObject({ state: 'impaired', mechanisms: ['timeout'] });
  // Once more where its pair was complete later than the third.
  const cutOff = attemptsOf(messenger, 'messenger/socket') ?? [];
  expect([3, 4]).toContain(cutOff.length);
  expect(cutOff).toMatchObject(
    cutOff.map((_, index) => ({
      n: index + 1,
      ok: false,
      failure: 'connection_reset',
      valid: true,
    })),
  );
  expect(messenger?.state).toBe('ok');
  expect(callsOf(whatsapp)).toMatchObject({
    state: 'insufficient',
    reason: 'calls-path-closed',
  });
  expect(callsOf(max)).toMatchObject({
    state: 'insufficient',
    reason: 'calls-path-closed',
  });
});

function attemptsOf(service: ServiceResult | undefined, id: string) {
  return service?.targets.find((target) => target.id === id)?.attempts;
}

/** Omits a first attempt that Firefox announced to repeat over HTTP/1.1. */
function validAttemptsOf(service: ServiceResult | undefined, id: string) {
  return attemptsOf(service, id)?.filter(({ valid }) => valid);
}

function callsOf(service: ServiceResult | undefined) {
  return service?.roles.find(({ role }) => role === 'calls');
}

const troubledNetworks: [state: Round['network']['state'], world: WorldDescription][] = [
  ['offline', { offline: true }],
  ['captive_portal', { captivePortal: true }],
];
for (const [state, world] of troubledNetworks) {
  test(`gives no verdict on a service if the network is: ${state}`, async ({ lab }) => {
    const round = await roundIn(lab, world);

    expect(round.network.state).toBe(state);
    expect(new Set(round.services.map((service) => service.state))).toEqual(
      new Set(['insufficient']),
    );
  });
}

test.describe('the temporary profile', () => {
  let temporary: string;
  test.beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'dozvon-temporary-'));
  });
  test.afterEach(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  function leftProfiles(): string[] {
    return readdirSync(temporary).filter((name) => name.startsWith('dozvon-check-'));
  }

  test('trusts only what Firefox trusts, and is removed afterwards', async ({ lab }) => {
    await lab.setWorld({});

    const options = ['--browser', 'firefox', '--format', 'json', '--services', 'signal,max'];
    const { code, output, errors } = await startCheck(lab, options, { TMPDIR: temporary }).finished;

    expect(code, errors).toBe(0);
    // No certificate is good, as if every connection were intercepted.
    expect((JSON.parse(output) as Round).network.state).toBe('degraded');
    expect(leftProfiles()).toEqual([]);
    expect(processesWith(temporary)).toEqual([]);
  });

  test('is removed after Ctrl-C too, and so is the browser', async ({ lab }) => {
    await lab.setWorld({ offline: true });
    const options = ['--browser', 'firefox', '--rounds', '2', '--interval', '600'];
    const checking = startCheck(lab, options, { TMPDIR: temporary });
    await checking.said('Round 1 of 2');
    expect(leftProfiles()).toHaveLength(1);
    expect(processesWith(temporary)).not.toEqual([]);

    checking.interrupt();
    const { code, output } = await checking.finished;

    expect(code).toBe(130);
    expect(output).toBe('');
    expect(leftProfiles()).toEqual([]);
    expect(processesWith(temporary)).toEqual([]);
  });
});

const wrongBrowsers: [why: string, path: string, says: RegExp][] = [
  ['a Firefox that is not there', '/nowhere', /^DOZVON_FIREFOX: found \/nowhere, .* Firefox 140/],
  ['something else than Firefox', '/bin/false', /^No check possible, the browser \/bin\/false /],
];
for (const [why, path, says] of wrongBrowsers) {
  test(`${why}: one clear line`, async ({ lab }) => {
    const variables = { DOZVON_FIREFOX: path };

    const finished = await startCheck(lab, ['--browser', 'firefox'], variables).finished;

    expect(finished).toMatchObject({ code: 3, output: '' });
    expect(finished.errors.trimEnd().split('\n')).toHaveLength(1);
    expect(finished.errors).toMatch(says);
  });
}
