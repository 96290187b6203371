import type { ProxyKind } from '../model/route.ts';

/**
 * What Firefox makes of a SOCKS proxy's word that it has not connected, whatever the reason. Chromium has codes of their
 * own for that.
 */
const words = /^NS_ERROR_(UNKNOWN_HOST|CONNECTION_REFUSED|NET_TIMEOUT)$/;

/** Whether a raw code may be what a proxy said: no evidence about the network, then. */
export function isWordOfProxy(code: string, proxy: ProxyKind | null): boolean {
  return proxy === 'socks' && words.test(code);
}
