// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import { curl, dig } from '../network/clients.ts';
import type { DnsAnswer } from './description.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
}, 30_000);

afterAll(() => lab?.close());

it('has HTTPS records of the names that the world gives them to', async () => {
  await lab.setWorld({ httpsRecords: ['.telegram.org'] });

  const has = await dig(lab, '+short', 'telegram.org', 'TYPE65');
  const lacks = await dig(lab, '+short', 'web.whatsapp.com', 'TYPE65');

  expect(has.stdout).toMatch(/^(1 \.|\\# 3 000100)\s*$/);
  expect(lacks.stdout).toBe('');
});

it('has the keys of an encrypted ClientHello for the names that the world gives them to', async () => {
  await lab.setWorld({ encryptedHello: ['discord.com'] });

  const { stdout } = await dig(lab, '+short', 'discord.com', 'TYPE65');

  expect(stdout).toMatch(/ech=|0005[0-9A-F]{4}/i);
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

  it.each(['195.208.4.1', '8.8.8.8', '1.1.1.1'])(
    'gives false answers at every address, such as %s',
    async (resolver) => {
      await lab.setWorld({
        dns: [{ names: ['.whatsapp.com'], answer: { addresses: ['10.10.34.36'] } }],
      });

      const lie = await dig(lab, `@${resolver}`, '+short', 'web.whatsapp.com');
      const truth = await dig(lab, `@${resolver}`, '+short', 'telegram.org');

      expect(lie.stdout).toBe('10.10.34.36\n');
      expect(truth.stdout).toMatch(/^2[01]\./);
    },
  );

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
