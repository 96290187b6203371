// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import { certificateOf, curl, dig, openSocket } from '../network/clients.ts';

// These tests use independent clients, so that their results show what the world really does.
let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
}, 30_000);

afterAll(() => lab?.close());

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

  it('can give names other addresses, and one address to several', async () => {
    await lab.setWorld({ addresses: { 't.me': ['20.7.7.7'], 'telegram.org': ['20.7.7.7'] } });

    const names = await dig(lab, '+short', 't.me', 'telegram.org');
    const page = await curl(lab, 'https://telegram.org/');
    await lab.setWorld({});

    expect(names.stdout).toBe('20.7.7.7\n20.7.7.7\n');
    expect(page.exit).toBe(0);
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
    ['https://platform-api2.max.ru/', '401'],
  ])('answers %s with %s', async (url, status) => {
    const { stdout } = await curl(lab, url);

    expect(stdout).toContain(`\n${status} `);
  });

  it.each(['80', '443'])('takes plain HTTP at a data centre on port %s', async (port) => {
    const { stdout } = await curl(lab, `http://149.154.167.51:${port}/`);

    expect(stdout).toContain('\n200 ');
  });

  it('presents the certificate of the name that belongs to an address', async () => {
    const address = (await dig(lab, '+short', 'web.whatsapp.com')).stdout.trim();

    const { exit, stderr } = await curl(lab, `https://${address}/`);

    expect(exit).toBe(60);
    expect(stderr).toContain('CN=web.whatsapp.com');
    expect(stderr).toContain('no alternative certificate subject name matches');
  });

  it('certifies public resolvers for their addresses', async () => {
    expect((await curl(lab, 'https://1.1.1.1/')).exit).toBe(0);
  });

  it('has a private authority that is not trusted', async () => {
    const seen = await certificateOf(lab, 'chat.signal.org');

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

  it('opens WebSockets and sends the first message if the service does', async () => {
    const { stdout } = await openSocket(lab, 'https://gateway.discord.gg/?v=10');

    expect(stdout).toContain('101 Switching Protocols');
    expect(stdout).toContain('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(stdout).toContain('"op":10');
  });

  it('sees what names a person or an extension, in requests and in WebSockets', async () => {
    await lab.clearLog();
    const marks = {
      origin: 'null',
      cookie: 'a=1',
      referer: 'https://t.me/',
      authorization: 'Basic eDo=',
    };
    const named = Object.entries(marks).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);

    await curl(lab, ...named, 'https://t.me/');
    await openSocket(lab, 'https://gateway.discord.gg/', ...named);
    await curl(lab, 'https://t.me/');

    const seen = (await lab.log()).filter(({ kind }) => kind === 'http' || kind === 'websocket');
    expect(seen.map((entry) => entry.marks)).toEqual([marks, marks, {}]);
    const agent = expect.stringContaining('curl/');
    expect(seen.map(({ headers }) => headers?.['user-agent'])).toEqual([agent, agent, agent]);
    expect(seen[2]?.headers).toEqual({ 'user-agent': agent, accept: '*/*' });
  });

  it('sets a cookie with every answer over HTTP, if it is told to', async () => {
    await lab.setWorld({
      setsCookie: 'a=1; Path=/',
      sockets: [{ hosts: ['venus.web.telegram.org'], action: { status: 403 } }],
    });

    const answers = await Promise.all([
      curl(lab, '-i', 'https://t.me/'),
      openSocket(lab, 'https://gateway.discord.gg/'),
      openSocket(lab, 'https://venus.web.telegram.org/apiws'),
    ]);
    await lab.setWorld({});

    const cookies = answers.map(({ stdout }) => /^set-cookie: (.*)\r$/im.exec(stdout)?.[1]);
    expect(cookies).toEqual(['a=1; Path=/', 'a=1; Path=/', 'a=1; Path=/']);
  });

  it('asks for a password and takes any', async () => {
    await lab.setWorld({ asksForPassword: ['t.me'] });

    const strange = await curl(lab, '-i', 'https://t.me/');
    const known = await curl(lab, '-u', 'a:b', 'https://t.me/');
    const socket = await openSocket(lab, 'https://t.me/');
    await lab.setWorld({});

    expect(strange.stdout).toContain('www-authenticate: Basic');
    expect(strange.stdout).toContain('\n401 ');
    expect(known.stdout).toContain('\n200 ');
    expect(socket.stdout).toContain('401 Refused');
  });

  // curl's words for an end without an answer, met while it reads or still writes, and for a broken stream of HTTP/2.
  it.each([
    ['hang-up', '--http1.1', [55, 56]],
    ['hang-up', '--http2', [55, 56]],
    ['stream-error', '--http1.1', [1]],
    ['stream-error', '--http2', [92]],
  ] as const)('meets requests with a %s over %s', async (answer, protocol, exits) => {
    await lab.setWorld({ http: [{ hosts: ['t.me'], answer }] });

    const seen = await curl(lab, protocol, 'https://t.me/');
    await lab.setWorld({});

    expect(seen.exit).toBeOneOf(exits);
  });

  it('answers at one of several addresses only, and by chance', async () => {
    const refusal = { hosts: ['t.me'], answer: { status: 421 } };
    await lab.setWorld({
      addresses: { 't.me': ['20.7.7.7'] },
      http: [
        { ...refusal, onAddresses: ['20.7.7.8'] },
        { ...refusal, percent: 0 },
      ],
    });
    const elsewhere = await curl(lab, 'https://t.me/');
    await lab.setWorld({
      addresses: { 't.me': ['20.7.7.7'] },
      http: [{ ...refusal, onAddresses: ['20.7.7.7'], percent: 100 }],
    });
    const there = await curl(lab, 'https://t.me/');
    await lab.setWorld({});

    expect(elsewhere.stdout).toContain('\n200 ');
    expect(there.stdout).toContain('\n421 ');
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
