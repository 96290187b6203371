import { describe, expect, it } from 'vitest';
import { answerHeadersOf } from '../../../lib/observe/answer-headers.ts';

describe('the headers of an answer', () => {
  it('name the server and the type, whatever their case', () => {
    const headers = [
      { name: 'Server', value: 'Nginx/1.18.0 ' },
      { name: 'CONTENT-TYPE', value: 'Text/HTML; charset=utf-8' },
    ];

    expect(answerHeadersOf(headers)).toEqual({
      server: 'nginx/1.18.0',
      type: 'text/html',
      length: null,
      byProxy: false,
      ofProxy: false,
      challenges: false,
    });
  });

  it.each(['Via', 'X-Cache', 'X-Squid-Error', 'Proxy-Authenticate'])(
    'show a proxy by %s',
    (name) => {
      expect(answerHeadersOf([{ name, value: 'x' }])?.byProxy).toBe(true);
    },
  );

  it.each([
    ['X-Squid-Error', true],
    ['Proxy-Authenticate', true],
    ['Proxy-Status', false],
    ['Via', false],
  ])('show by %s that a proxy gave the answer: %s', (name, is) => {
    expect(answerHeadersOf([{ name, value: 'x' }])?.ofProxy).toBe(is);
  });

  it.each([
    ['Server', 'Zscaler/6.2', true],
    ['Server', 'm_proxy', true],
    ['Server', 's_proxying', false],
    ['Server', 'cloudflare', false],
    ['Via', '1.1 gw (Skyhigh Secure Web Gateway 12.2)', true],
    ['Via', '1.1 varnish', false],
  ])('show by %s: %s that a gateway gave the answer: %s', (name, value, is) => {
    expect(answerHeadersOf([{ name, value }])?.ofProxy).toBe(is);
  });

  it('show no proxy by others', () => {
    expect(answerHeadersOf([{ name: 'X-Frame-Options', value: 'deny' }])?.byProxy).toBe(false);
  });

  it.each([
    ['challenge', true],
    ['block', false],
  ])('show a challenge: %s is %s', (value, challenges) => {
    expect(answerHeadersOf([{ name: 'cf-mitigated', value }])?.challenges).toBe(challenges);
  });

  it('are unknown where the browser does not report them', () => {
    expect(answerHeadersOf(undefined)).toBeNull();
  });
});
