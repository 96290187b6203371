import { expect, it } from 'vitest';
import { proxyKindOf } from '../../../lib/observe/proxy-kind.ts';

const proxied = (type: unknown) => ({ proxyInfo: { type, host: '127.0.0.1', port: 8080 } });

it.each([
  ['an HTTP proxy', proxied('http'), 'http'],
  ['an HTTP proxy over TLS', proxied('https'), 'http'],
  ['an HTTP proxy over QUIC', proxied('masque'), 'http'],
  ['SOCKS 5', proxied('socks'), 'socks'],
  ['SOCKS 4', proxied('socks4'), 'socks'],
  ['none', proxied('direct'), null],
  ['an unknown proxy', proxied('unknown'), null],
  ['null', { proxyInfo: null }, null],
  ['nothing, like Chromium', {}, null],
])('the kind of proxy if the browser reports %s', (_what, details, expected) => {
  expect(proxyKindOf(details)).toBe(expected);
});
