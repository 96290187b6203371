// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import { answered, certificateOf, curl, curlWithBody, cutOff, dig } from '../network/clients.ts';
import type { AddressRule, TlsAction } from './description.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
}, 30_000);

afterAll(() => lab?.close());

describe('a censor of server names', () => {
  const actions: [string, TlsAction, number, string][] = [
    ['resets', 'reset', 35, 'reset by peer'],
    ['swallows', 'silent', 28, 'Client hello'],
    ['closes', 'close', 35, 'unexpected eof'],
    ['alerts', 'alert', 35, 'handshake failure'],
    ['talks plain HTTP', 'plaintext', 35, 'wrong version number'],
    ['forges', 'forged', 60, 'unable to get local issuer certificate'],
    ['shows an expired certificate', 'expired', 60, 'certificate has expired'],
    ['shows a wrong name', 'wrong-name', 60, 'CN=elsewhere.lab'],
    ['intercepts', 'intercepted', 0, 'issuer: CN=Lab Trusted Root'],
  ];

  it.each(actions)('%s', async (_, action, exit, seen) => {
    await lab.setWorld({ tls: [{ names: ['.telegram.org'], action }] });

    const hit = await curl(lab, '--max-time', '2', 'https://web.telegram.org/');
    const spared = await curl(lab, 'https://t.me/');

    expect(hit.stderr).toContain('TLS handshake, Client hello');
    expect(hit.stderr).toContain(seen);
    expect(hit.exit).toBe(exit);
    expect(spared.exit).toBe(0);
  });

  it('forges with an authority that is neither the trusted nor the private one', async () => {
    await lab.setWorld({ tls: [{ names: ['*'], action: 'forged' }] });

    expect(await certificateOf(lab, 't.me')).toContain('issuer=CN=Lab Interceptor');
    expect(await certificateOf(lab, 'chat.signal.org')).toContain('issuer=CN=Lab Interceptor');
  });

  it('intercepts with the trusted authority, also where the service has a private one', async () => {
    await lab.setWorld({ tls: [{ names: ['.signal.org'], action: 'intercepted' }] });

    const seen = await certificateOf(lab, 'chat.signal.org');

    expect(seen).toContain('issuer=CN=Lab Trusted Root');
    expect(seen).toContain('Verify return code: 0');
  });

  it('lets the same address through without the name', async () => {
    await lab.setWorld({ tls: [{ names: ['web.telegram.org'], action: 'reset' }] });
    const address = (await dig(lab, '+short', 'web.telegram.org')).stdout.trim();

    const { exit, stderr } = await curl(lab, `https://${address}/`);

    expect(exit).toBe(60);
    expect(stderr).toContain('CN=web.telegram.org');
  });

  it('may act at one address only', async () => {
    const url = 'https://web.telegram.org/';
    await lab.setWorld({
      tls: [{ names: ['web.telegram.org'], action: 'reset', onAddresses: ['20.9.0.0/16'] }],
    });

    const there = await curl(lab, '--resolve', 'web.telegram.org:443:20.9.9.9', url);
    const elsewhere = await curl(lab, url);

    expect(there.exit).toBe(35);
    expect(elsewhere.exit).toBe(0);
  });

  it('freezes or cuts after a number of bytes', async () => {
    const url = 'https://telegram.org/img/Telegram200million.png';

    await lab.setWorld({ tls: [{ names: ['*'], action: { freezeAfterBytes: 16_000 } }] });
    const frozen = await curl(lab, '--max-time', '2', '-o', '/dev/null', url);
    const [entry] = (await lab.log()).filter(({ kind }) => kind === 'tcp').slice(-1);
    await lab.setWorld({ tls: [{ names: ['*'], action: { cutAfterBytes: 16_000 } }] });
    const cut = await curl(lab, '--max-time', '2', '-o', '/dev/null', url);

    expect(frozen.exit).toBe(28);
    expect(frozen.stdout).toContain('\n200 ');
    expect(entry?.bytesOut).toBe(16_000);
    expect(cut.exit).toBeOneOf(cutOff);
  });

  it('freezes after a number of bytes from the browser, without touching the other direction before', async () => {
    const action = { freezeAfterBytes: 16_000, direction: 'up' as const };
    const upload = ['--data-binary', '@-', 'https://t.me/'];
    await lab.setWorld({ tls: [{ names: ['*'], action }] });
    await lab.clearLog();

    const image = await curl(
      lab,
      '-o',
      '/dev/null',
      'https://telegram.org/img/Telegram200million.png',
    );
    const small = await curlWithBody(lab, 8_000, ...upload);
    const large = await curlWithBody(lab, 64_000, '--max-time', '2', ...upload);

    expect(image.exit).toBe(0);
    expect(small.exit).toBe(0);
    expect(large.exit).toBe(28);
    expect(await acts(lab)).toEqual([['t.me', 'tls freeze']]);
  });

  it('waits for the given time before it acts', async () => {
    const action = 'reset';
    await lab.setWorld({ tls: [{ names: ['t.me'], action, delayMs: 700 }] });

    const { exit, stdout } = await curl(lab, '-w', '\n%{time_total}', 'https://t.me/');

    expect(exit).toBe(35);
    expect(Number(stdout.trim())).toBeGreaterThan(0.7);
  });

  it('throttles to a number of bytes per second', async () => {
    await lab.setWorld({ tls: [{ names: ['*'], action: { bytesPerSecond: 20_000 } }] });

    const { exit, stdout } = await curl(
      lab,
      '--max-time',
      '2',
      '-o',
      '/dev/null',
      '-w',
      '\n%{size_download}',
      'https://telegram.org/img/Telegram200million.png',
    );

    const bytes = Number(stdout.trim());
    expect(exit).toBe(28);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(45_000);
  });

  it('throttles what the browser sends, without touching the other direction', async () => {
    const action = { bytesPerSecond: 20_000, direction: 'up' as const };
    await lab.setWorld({ tls: [{ names: ['*'], action }] });
    const taking = ['-o', '/dev/null', '-w', '\n%{time_total}'];

    const image = await curl(lab, ...taking, 'https://telegram.org/img/Telegram200million.png');
    const body = ['--data-binary', '@-', 'https://t.me/'];
    const upload = await curlWithBody(lab, 32_000, ...taking, ...body);

    expect([image.exit, upload.exit]).toEqual([0, 0]);
    expect(Number(image.stdout.trim())).toBeLessThan(1.2);
    expect(Number(upload.stdout.trim())).toBeGreaterThan(1.4);
  });

  it('may act on bursts only, or on the first handshakes only', async () => {
    const url = 'https://web.telegram.org/';
    const names = ['web.telegram.org'];

    await lab.setWorld({
      tls: [{ names, action: 'reset', burst: { handshakes: 3, withinMs: 10_000 } }],
    });
    const burst = [await curl(lab, url), await curl(lab, url), await curl(lab, url)];
    await lab.setWorld({ tls: [{ names, action: 'reset', times: 1 }] });
    const flaky = [await curl(lab, url), await curl(lab, url)];

    expect(burst.map(({ exit }) => exit)).toEqual([0, 0, 35]);
    expect(flaky.map(({ exit }) => exit)).toEqual([35, 0]);
  });

  it('may block a name for a time after a burst', async () => {
    const url = 'https://web.telegram.org/';
    const burst = { handshakes: 3, withinMs: 900, forMs: 2_500 };
    await lab.setWorld({ tls: [{ names: ['.telegram.org', 't.me'], action: 'silent', burst }] });
    await lab.clearLog();

    const exits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      exits.push((await curl(lab, '--max-time', '1', url)).exit);
    }
    const other = await curl(lab, 'https://t.me/');
    const fired = (await lab.log()).filter(
      ({ kind, burst: isBurst }) => kind === 'censored' && isBurst,
    );

    expect([...exits, other.exit]).toEqual([0, 0, 28, 28, 0]);
    expect(fired.map(({ name, detail }) => [name, detail])).toEqual([
      ['web.telegram.org', 'tls silent'],
      ['web.telegram.org', 'tls silent'],
    ]);
    await expect
      .poll(async () => (await curl(lab, '--max-time', '1', url)).exit, { timeout: 5_000 })
      .toBe(0);
  });

  it('freezes a transfer in progress when it detects a burst', async () => {
    const image = 'https://telegram.org/img/Telegram200million.png';
    const burst = { handshakes: 2, withinMs: 60_000, forMs: 60_000 };
    await lab.clearLog();
    await lab.setWorld({
      bytesPerSecond: 50_000,
      tls: [{ names: ['telegram.org'], action: 'silent', burst }],
    });
    const transfer = curl(lab, '--max-time', '6', '-o', '/dev/null', image);
    await expect
      .poll(async () => (await lab.log()).some(({ kind, status }) => kind === 'http' && status))
      .toBe(true);

    await curl(lab, '--max-time', '1', image);

    expect((await transfer).exit).toBe(28);
  });

  it('logs its acts, and nothing else', async () => {
    await lab.setWorld({
      dns: [{ names: ['vk.com'], answer: 'nxdomain' }],
      tls: [{ names: ['t.me'], action: 'reset' }],
      http: [{ hosts: ['ya.ru'], answer: { status: 451 } }],
    });
    await lab.clearLog();

    for (const host of ['vk.com', 't.me', 'ya.ru', 'mail.ru']) await curl(lab, `https://${host}/`);

    expect(await acts(lab)).toEqual([
      ['vk.com', 'dns nxdomain'],
      ['t.me', 'tls reset'],
      ['ya.ru', 'http 451'],
    ]);
  });
});

/** Name and detail of each act of the censor since the log was cleared, without duplicates. */
async function acts(from: Lab): Promise<[string | undefined, string | undefined][]> {
  const log = (await from.log()).filter(({ kind }) => kind === 'censored');
  const seen = new Map(
    log.map(({ name, detail }) => [`${name} ${detail}`, [name, detail]] as const),
  );
  return [...seen.values()].map(([name, detail]) => [name, detail]);
}

describe('a censor of addresses', () => {
  /** A reset may come while curl still connects (7), or once it greets (35). */
  const actions: [AddressRule['action'], number[], string][] = [
    ['drop', [28], 'Connection timed out'],
    ['refuse', [7], 'Connection refused'],
    ['unreachable', [7], 'No route to host'],
    ['reset', [7, 35], 'reset by peer'],
  ];

  it.each(actions)('can %s all addresses of a name', async (action, exits, seen) => {
    await lab.setWorld({ addressRules: [{ targets: ['.telegram.org'], action }] });

    const hit = await curl(lab, '--connect-timeout', '1', 'https://web.telegram.org/');
    const spared = await curl(lab, 'https://t.me/');

    expect(exits).toContain(hit.exit);
    expect(hit.stderr).toContain(seen);
    expect(spared.exit).toBe(0);
  });

  it('drops UDP as well', async () => {
    await lab.setWorld({ addressRules: [{ targets: ['a.res-nsdi.ru'], action: 'drop' }] });

    const hit = await dig(lab, '@195.208.4.1', 't.me');
    const spared = await dig(lab, '@195.208.5.1', 't.me');

    expect(hit.stdout).toContain('timed out');
    expect(spared.stdout).toContain('status: NOERROR');
  });

  it('can lose packets to and from some addresses', async () => {
    const targets = ['20.9.0.0/16', '20.9.9.9', 'a.res-nsdi.ru'];
    await lab.setWorld({ addressRules: [{ targets, action: { lossyPercent: 60 } }] });

    const hit = await answered(lab, '195.208.4.1', 40);
    const spared = await answered(lab, '195.208.5.1', 40);

    // One in six should survive the round trip.
    expect(hit).toBeGreaterThan(0);
    expect(hit).toBeLessThan(20);
    expect(spared).toBe(40);
  });

  it('can drop what comes sooner than the rate of a connection, both ways', async () => {
    const action = { policedBytesPerSecond: 8_000 };
    const taking = ['-o', '/dev/null', '-w', '\n%{time_total}'];
    const image = 'https://telegram.org/img/Telegram200million.png';
    const download = () => curl(lab, ...taking, '--range', '0-33999', image);
    const sending = [...taking, '--data-binary', '@-', 'https://t.me/'];
    const upload = () => curlWithBody(lab, 34_000, ...sending);
    await lab.setWorld({});
    const free = [await download(), await upload()];
    await lab.setWorld({ addressRules: [{ targets: ['telegram.org', 't.me'], action }] });

    const policed = [await download(), await upload()];

    const seconds = [...free, ...policed].map(({ stdout }) => Number(stdout.trim()));
    expect([...free, ...policed].map(({ exit }) => exit)).toEqual([0, 0, 0, 0]);
    expect(Math.max(...seconds.slice(0, 2))).toBeLessThan(1);
    expect(Math.min(...seconds.slice(2))).toBeGreaterThan(2);
  });

  it.each<[AddressRule['action'], string]>([
    ['drop', 'timed out'],
    ['refuse', 'connection refused'],
  ])('can %s STUN', async (action, seen) => {
    await lab.setWorld({ addressRules: [{ targets: ['stun.sberbank.ru'], action }] });
    const address = (await dig(lab, '+short', 'stun.sberbank.ru')).stdout.trim();

    // Packets that are not STUN are dropped or refused in the same way.
    const { stdout } = await dig(lab, `@${address}`, '-p', '3478', 't.me');

    expect(stdout).toContain(seen);
  });

  it('can drop a range', async () => {
    await lab.setWorld({ addressRules: [{ targets: ['149.154.160.0/20'], action: 'drop' }] });

    const hit = await curl(lab, '--connect-timeout', '1', 'http://149.154.167.51/');
    const spared = await curl(lab, 'http://95.161.76.100/');

    expect(hit.exit).toBe(28);
    expect(spared.exit).toBe(0);
  });
});

describe('a censor of requests', () => {
  it.each([451, 503])('can answer %d', async (status) => {
    await lab.setWorld({ http: [{ hosts: ['t.me'], answer: { status } }] });

    const { stdout } = await curl(lab, 'https://t.me/');

    expect(stdout).toContain(`\n${status} `);
  });

  it('can redirect plain HTTP to a block page and leave HTTPS alone', async () => {
    const answer = { status: 302, headers: { location: 'http://warning.rt.ru/?id=1' } };
    await lab.setWorld({ http: [{ hosts: ['rutracker.org'], scheme: 'http', answer }] });

    const plain = await curl(lab, 'http://rutracker.org/');
    const secure = await curl(lab, 'https://rutracker.org/');

    expect(plain.stdout).toContain('\n302 1.1 http://warning.rt.ru/?id=1');
    expect(secure.stdout).toContain('\n200 ');
  });

  it('can accept a request and never answer, or reset', async () => {
    await lab.setWorld({
      http: [
        { hosts: ['t.me'], path: '/quiet', answer: 'silent' },
        { hosts: ['t.me'], path: '/cut', answer: 'reset' },
      ],
    });

    const silent = await curl(lab, '--max-time', '1', 'https://t.me/quiet');
    const reset = await curl(lab, 'https://t.me/cut');

    expect(silent.exit).toBe(28);
    expect(silent.stderr).toContain('SSL certificate verify ok');
    expect(reset.exit).toBeOneOf(cutOff);
    expect((await curl(lab, 'https://t.me/')).exit).toBe(0);
  });
});
