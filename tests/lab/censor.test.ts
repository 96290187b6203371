// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateOf, curl, cutOff, dig } from './clients.ts';
import { createLab, type Lab } from './lab.ts';
import type { AddressRule, TlsAction } from './world-description.ts';

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

  it('spares the same address without the name', async () => {
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

  it('freezes after so many bytes, or cuts there', async () => {
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

  it('throttles to so many bytes a second', async () => {
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
});

describe('a censor of addresses', () => {
  const actions: [AddressRule['action'], number, string][] = [
    ['drop', 28, 'Connection timed out'],
    ['refuse', 7, 'Connection refused'],
    ['unreachable', 7, 'No route to host'],
  ];

  it.each(actions)('can %s all addresses of a name', async (action, exit, seen) => {
    await lab.setWorld({ addressRules: [{ targets: ['.telegram.org'], action }] });

    const hit = await curl(lab, '--connect-timeout', '1', 'https://web.telegram.org/');
    const spared = await curl(lab, 'https://t.me/');

    expect(hit.exit).toBe(exit);
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

  it('can take a request and never answer, or reset', async () => {
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
