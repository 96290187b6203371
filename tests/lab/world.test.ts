// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curl, dig, run } from './clients.ts';
import { createLab, type Lab } from './lab.ts';
import type { AddressRule, DnsAnswer, TlsAction } from './world-description.ts';

// The clients are not ours: what they make of a world is what the world is.
let lab: Lab;

/** curl's exit status for a reset after the handshake, noticed while sending or receiving. */
const cutOff = [55, 56];

beforeAll(async () => {
  lab = await createLab();
}, 30_000);

afterAll(() => lab.close());

async function certificateOf(name: string): Promise<string> {
  const options = ['-connect', `${name}:443`, '-servername', name, '-CAfile', lab.authorityFile];
  return (await run(lab, ['openssl', 's_client', ...options])).stdout;
}

describe('an open world', () => {
  beforeAll(() => lab.setWorld({}));

  it('resolves every name to a stable public address of its own', async () => {
    const first = await dig(lab, '+short', 'web.whatsapp.com');
    const again = await dig(lab, '+short', '+tcp', 'web.whatsapp.com');
    const other = await dig(lab, '+short', 'never-heard-of.example');

    expect(first.stdout).toMatch(/^2[01]\.\d+\.\d+\.\d+\n$/);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).toMatch(/^2[01]\./);
    expect(other.stdout).not.toBe(first.stdout);
  });

  it.each(['AAAA', 'TYPE65'])('has no %s records, and says so without an error', async (type) => {
    const { stdout } = await dig(lab, type, 'web.whatsapp.com');

    expect(stdout).toContain('status: NOERROR');
    expect(stdout).toContain('ANSWER: 0');
  });

  it.each(['--http1.1', '--http2'])('serves trusted pages with %s', async (protocol) => {
    const { exit, stdout } = await curl(lab, protocol, 'https://web.whatsapp.com/');

    expect(exit).toBe(0);
    expect(stdout).toContain('whatsapp');
    expect(stdout).toContain(`\n200 ${protocol === '--http2' ? '2' : '1.1'} `);
  });

  it('answers HEAD without a body and a range with a part', async () => {
    const image = 'https://telegram.org/img/Telegram200million.png';

    const head = await curl(lab, '--head', image);
    const range = await curl(lab, '-r', '0-131071', '-o', '/dev/null', image);

    expect(head.stdout).toContain('content-length: 262144');
    expect(range.stdout).toContain('\n206 ');
    expect(range.stderr).toContain('content-length: 131072');
  });

  it.each([
    ['https://www.gstatic.com/generate_204', '204'],
    ['http://connectivity-check.ubuntu.com/', '204'],
    ['http://captive.apple.com/hotspot-detect.html', '200'],
    ['https://platform-api.max.ru/', '401'],
  ])('answers %s with %s', async (url, status) => {
    const { stdout } = await curl(lab, url);

    expect(stdout).toContain(`\n${status} `);
  });

  it.each(['80', '443'])('takes plain HTTP at a data centre on port %s', async (port) => {
    const { stdout } = await curl(lab, '-d', '', `http://149.154.167.51:${port}/`);

    expect(stdout).toContain('\n200 ');
  });

  it('shows the certificate of the name that lives at an address', async () => {
    const address = (await dig(lab, '+short', 'web.whatsapp.com')).stdout.trim();

    const { exit, stderr } = await curl(lab, `https://${address}/`);

    expect(exit).toBe(60);
    expect(stderr).toContain('CN=web.whatsapp.com');
    expect(stderr).toContain('no alternative certificate subject name matches');
  });

  it('holds certificates of public resolvers good for their addresses', async () => {
    expect((await curl(lab, 'https://1.1.1.1/')).exit).toBe(0);
  });

  it('does not let the private authority be trusted', async () => {
    const seen = await certificateOf('chat.signal.org');

    expect(seen).toContain('issuer=CN=Lab Private Service Root');
    expect(seen).toContain('Verify return code: 21');
  });

  it('answers DoH by POST, by GET and as JSON', async () => {
    const expected = (await dig(lab, '+short', 't.me')).stdout.trim();
    await lab.clearLog();

    const posted = await curl(lab, '--doh-url', 'https://1.1.1.1/dns-query', 'https://t.me/');
    const got = await dig(
      lab,
      '@8.8.8.8',
      '+https-get',
      `+tls-ca=${lab.authorityFile}`,
      '+tls-hostname=dns.google',
      '+short',
      't.me',
    );
    const json = await curl(lab, 'https://dns.google/resolve?name=t.me&type=A');

    expect(posted.exit).toBe(0);
    expect(got.stdout.trim()).toBe(expected);
    expect(json.stdout).toContain(`"data":"${expected}"`);
    const asked = (await lab.log()).filter(({ kind }) => kind === 'doh');
    expect(new Set(asked.map(({ detail }) => detail))).toEqual(
      new Set(['cloudflare-ip', 'google']),
    );
  });

  it('opens WebSockets and speaks first where the service does', async () => {
    const { stdout } = await curl(
      lab,
      '--http1.1',
      '-N',
      '--max-time',
      '1',
      '-i',
      '-H',
      'Connection: Upgrade',
      '-H',
      'Upgrade: websocket',
      '-H',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '-H',
      'Sec-WebSocket-Version: 13',
      'https://gateway.discord.gg/?v=10',
    );

    expect(stdout).toContain('101 Switching Protocols');
    expect(stdout).toContain('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(stdout).toContain('"op":10');
  });

  it('counts connections, handshakes and bytes by name', async () => {
    await lab.clearLog();

    await curl(lab, '-o', '/dev/null', 'https://web.whatsapp.com/', 'https://web.whatsapp.com/');

    const log = await lab.log();
    const hello = log.filter(
      ({ kind, name }) => kind === 'clienthello' && name?.includes('whatsapp'),
    );
    const bytes = log.find(
      ({ kind, connection }) => kind === 'tcp' && connection === hello[0]?.connection,
    );
    expect(hello).toHaveLength(1);
    expect(log.filter(({ kind }) => kind === 'http')).toHaveLength(2);
    expect(bytes?.bytesOut).toBeGreaterThan(90_000);
    expect(bytes?.bytesIn).toBeGreaterThan(500);
  });
});

describe('a lying resolver', () => {
  const answers: [string, DnsAnswer, string][] = [
    ['nxdomain', 'nxdomain', 'status: NXDOMAIN'],
    ['servfail', 'servfail', 'status: SERVFAIL'],
    ['refused', 'refused', 'status: REFUSED'],
    ['nothing', 'empty', 'ANSWER: 0'],
    ['an address of its own', { addresses: ['127.0.0.1'] }, '127.0.0.1'],
    ['silence', 'silent', 'timed out'],
  ];

  it.each(answers)('says %s to the name and what is below it', async (_, answer, seen) => {
    await lab.setWorld({ dns: [{ names: ['.whatsapp.com'], answer }] });

    const lie = await dig(lab, 'web.whatsapp.com');
    const truth = await dig(lab, 'telegram.org');

    expect(lie.stdout).toContain(seen);
    expect(truth.stdout).toContain('status: NOERROR');
    expect(truth.stdout).toContain('ANSWER: 1');
  });

  it('is followed by the national DoH resolver and by no other', async () => {
    await lab.setWorld({ dns: [{ names: ['.t.me'], answer: 'nxdomain' }] });

    const foreign = await curl(lab, '--doh-url', 'https://1.1.1.1/dns-query', 'https://t.me/');
    const national = await curl(
      lab,
      '--doh-url',
      'https://common.dot.dns.yandex.net/dns-query',
      'https://t.me/',
    );

    expect(foreign.exit).toBe(0);
    expect(national.exit).toBe(6);
  });

  it('may be one DoH resolver alone, or one that never answers', async () => {
    await lab.setWorld({
      doh: {
        'cloudflare-ip': [{ names: ['t.me'], answer: 'nxdomain' }],
        google: [{ names: ['*'], answer: 'silent' }],
      },
    });

    const lying = await curl(lab, '--doh-url', 'https://1.1.1.1/dns-query', 'https://t.me/');
    const silent = await curl(lab, '--max-time', '1', 'https://dns.google/resolve?name=t.me');
    const system = await curl(lab, 'https://t.me/');

    expect(lying.exit).toBe(6);
    expect(silent.exit).toBe(28);
    expect(system.exit).toBe(0);
  });
});

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

    expect(await certificateOf('t.me')).toContain('issuer=CN=Lab Interceptor');
    expect(await certificateOf('chat.signal.org')).toContain('issuer=CN=Lab Interceptor');
  });

  it('spares the same address without the name', async () => {
    await lab.setWorld({ tls: [{ names: ['web.telegram.org'], action: 'reset' }] });
    const address = (await dig(lab, '+short', 'web.telegram.org')).stdout.trim();

    const { exit, stderr } = await curl(lab, `https://${address}/`);

    expect(exit).toBe(60);
    expect(stderr).toContain('CN=web.telegram.org');
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

describe('a troubled network', () => {
  it('with a portal redirects plain HTTP to it and forges every certificate', async () => {
    await lab.setWorld({ captivePortal: true });

    const plain = await curl(lab, 'http://captive.apple.com/hotspot-detect.html');
    const portal = await curl(lab, 'http://portal.lab/');
    const secure = await certificateOf('web.whatsapp.com');

    expect(plain.stdout).toContain('\n302 1.1 http://portal.lab/');
    expect(portal.stdout).toContain('\n200 ');
    expect(secure).toContain('issuer=CN=Lab Interceptor');
    expect(secure).toContain('Verify return code: 21');
  });

  it('that is offline swallows questions and connections with the link up', async () => {
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

    // Once each for the resolver, the handshake and the request.
    expect(Number(stdout.trim())).toBeGreaterThan(0.45);
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

it('cuts the connections of the old world when a new one comes', async () => {
  await lab.setWorld({ http: [{ hosts: ['t.me'], answer: 'silent' }] });
  await lab.clearLog();
  const hanging = curl(lab, 'https://t.me/');
  await expect
    .poll(async () => (await lab.log()).some(({ kind }) => kind === 'http'), { timeout: 5000 })
    .toBe(true);

  await lab.setWorld({});

  expect((await hanging).exit).toBeOneOf(cutOff);
});
