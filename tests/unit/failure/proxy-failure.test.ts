import { expect, it } from 'vitest';
import { isProxyFailure } from '../../../lib/failure/proxy-failure.ts';

it.each<[string | null, boolean]>([
  ['net::ERR_PROXY_CONNECTION_FAILED', true],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', true],
  ['net::ERR_SOCKS_CONNECTION_FAILED', true],
  ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', true],
  ['NS_ERROR_PROXY_CONNECTION_REFUSED', true],
  ['NS_ERROR_UNKNOWN_PROXY_HOST', true],
  ['net::ERR_CONNECTION_REFUSED', false],
  ['NS_ERROR_UNKNOWN_HOST', false],
  [null, false],
])('tells whether %s says that a proxy failed', (code, fails) => {
  expect(isProxyFailure(code)).toBe(fails);
});
