import { expect, it } from 'vitest';
import { proxyKindOf } from '../../../lib/observe/proxy-kind.ts';

const proxied = (type: unknown) => ({ proxyInfo: { type, host: '127.0.0.1', port: 8080 } });

it.each([
  ['an HTTP proxy', proxied('http'), 'http'],
  ['one spoken to over TLS', proxied('https'), 'http'],
  ['SOCKS 5', proxied('socks'), 'socks'],
  ['SOCKS 4', proxied('socks4'), 'socks'],
  ['none', proxied('direct'), null],
  ['something', proxied('unknown'), null],
  ['nothing', { proxyInfo: null }, null],
  ['nothing, as Chromium does', {}, null],
])('where the browser tells of %s', (_what, details, expected) => {
  expect(proxyKindOf(details)).toBe(expected);
});
