// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import type { WorldDescription } from '../world/description.ts';
import { answered, certificateOf, curl, cutOff, dig, type Outcome, run } from './clients.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
}, 30_000);

afterAll(() => lab?.close());

describe('a troubled network', () => {
  it('with a portal redirects plain HTTP to it and forges every certificate', async () => {
    await lab.setWorld({ captivePortal: true });

    const plain = await curl(lab, 'http://captive.apple.com/hotspot-detect.html');
    const portal = await curl(lab, 'http://portal.lab/');
    const secure = await certificateOf(lab, 'web.whatsapp.com');

    expect(plain.stdout).toContain('\n302 1.1 http://portal.lab/');
    expect(portal.stdout).toContain('\n200 ');
    expect(secure).toContain('issuer=CN=Lab Interceptor');
    expect(secure).toContain('Verify return code: 21');
  });

  it('that is offline drops queries and connections with the link up', async () => {
    await lab.setWorld({ offline: true });

    const [name, address, link] = await Promise.all([
      dig(lab, 'ya.ru'),
      curl(lab, '--connect-timeout', '1', 'https://1.1.1.1/'),
      run(lab, ['ip', '-br', 'link', 'show', 'eth0']),
    ]);

    expect(name.stdout).toContain('timed out');
    expect(address.exit).toBe(28);
    expect(link.stdout).toContain('LOWER_UP');
  });

  it('with an allowlist reaches what is on it and nothing else', async () => {
    await lab.setWorld({ allowlist: ['.ya.ru', '77.88.8.8'] });

    const listed = await curl(lab, 'https://ya.ru/');
    const literal = await curl(lab, '-k', 'https://77.88.8.8/');
    const other = await curl(lab, '--connect-timeout', '1', 'https://github.com/');
    const plain = await curl(lab, '--connect-timeout', '1', 'http://captive.apple.com/');

    expect(listed.exit).toBe(0);
    expect(literal.exit).toBe(0);
    expect(other.exit).toBe(28);
    expect(other.stderr).toContain('Host github.com:443 was resolved');
    expect(plain.exit).toBe(28);
  });

  it('with a wrong clock finds every certificate expired', async () => {
    await lab.setWorld({ wrongClock: true });

    const { exit, stderr } = await curl(lab, 'https://ya.ru/');

    expect(exit).toBe(60);
    expect(stderr).toContain('certificate has expired');
  });

  it('answers late where it is slow', async () => {
    await lab.setWorld({ latencyMs: 150 });

    const { stdout } = await curl(
      lab,
      '-o',
      '/dev/null',
      '-w',
      '\n%{time_total}',
      'https://ya.ru/',
    );

    // One delay each for the resolver, the handshake and the request.
    expect(Number(stdout.trim())).toBeGreaterThan(0.45);
  });

  it('loses packets both ways where it is lossy', async () => {
    await lab.setWorld({ lossPercent: 50 });

    const count = await answered(lab, '195.208.4.1', 60);
    await lab.setWorld({});
    const again = await answered(lab, '195.208.4.1', 20);

    // A quarter should survive the round trip; with loss in one direction only, half would.
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(26);
    expect(again).toBe(20);
  });

  it('is as slow as its line, which all connections share', async () => {
    const image = 'https://telegram.org/img/Telegram200million.png';
    const sized = ['--max-time', '3', '-o', '/dev/null', '-w', '\n%{size_download}'];
    await lab.setWorld({ bytesPerSecond: 30_000 });

    const transfers = await Promise.all([
      curl(lab, ...sized, image),
      curl(lab, ...sized, 'https://core.telegram.org/schema/json'),
    ]);
    await lab.setWorld({});
    const fast = await curl(lab, ...sized, image);

    const bytes = transfers.reduce((sum, { stdout }) => sum + Number(stdout.trim()), 0);
    expect(transfers.map(({ exit }) => exit)).toEqual([28, 28]);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(95_000);
    expect(fast.exit).toBe(0);
  });

  it('can lose its link and get it back', async () => {
    await lab.setWorld({});

    lab.linkDown();
    const down = await curl(lab, 'https://1.1.1.1/');
    lab.linkUp();
    const up = await curl(lab, 'https://1.1.1.1/');

    expect(down.exit).toBe(7);
    expect(up.exit).toBe(0);
  });

  it.each([
    ['dual', '2a0f:', 0],
    ['ipv6-only', '2a0f:', 7],
    ['nat64', '64:ff9b:', 7],
  ] as const)('has the addresses of a line that is %s', async (family, prefix, overIpv4) => {
    await lab.setWorld({ family });

    const names = await dig(lab, '+short', 't.me', 'AAAA');
    const either = await curl(lab, 'https://t.me/');
    const old = await curl(lab, '-4', 'https://t.me/');
    await lab.setWorld({});

    expect(names.stdout.startsWith(prefix)).toBe(true);
    expect([either.exit, old.exit]).toEqual([0, overIpv4]);
  });

  it('acts on one family alone', async () => {
    await lab.setWorld({
      family: 'dual',
      tls: [{ names: ['t.me'], action: 'reset', onAddresses: ['::/0'] }],
    });

    const ipv6 = await curl(lab, '-6', 'https://t.me/');
    const ipv4 = await curl(lab, '-4', 'https://t.me/');

    expect(ipv6.exit).toBe(35);
    expect(ipv4.exit).toBe(0);
  });

  it('has no IPv6 and no way out', async () => {
    await lab.setWorld({});

    const routes = await run(lab, ['ip', '-6', 'route', 'show', 'default']);
    const links = await run(lab, ['ip', '-br', 'link']);

    expect(routes.stdout).toBe('');
    expect(
      links.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/[ @]/)[0]),
    ).toEqual(['lo', 'eth0']);
  });
});

describe('a connection of the old world', () => {
  const silent: WorldDescription = { http: [{ hosts: ['t.me'], answer: 'silent' }] };
  let hanging: Promise<Outcome>;

  beforeEach(async () => {
    await lab.setWorld(silent);
    await lab.clearLog();
    hanging = curl(lab, 'https://t.me/');
    await expect
      .poll(async () => (await lab.log()).some(({ kind }) => kind === 'http'), { timeout: 5000 })
      .toBe(true);
  });

  it('is cut when a new one comes', async () => {
    await lab.setWorld({});

    expect((await hanging).exit).toBeOneOf(cutOff);
  });

  it('is cut when the same comes again and packets are lost', async () => {
    const addressRules = [{ targets: ['t.me'], action: { lossyPercent: 99.99 } }];
    await lab.setWorld({ ...silent, addressRules, keepsConnections: true });

    await lab.setWorld({ ...silent, addressRules });

    expect((await hanging).exit).toBeOneOf(cutOff);
  });
});
