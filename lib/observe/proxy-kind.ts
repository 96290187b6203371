import type { ProxyKind } from '../model/route.ts';

/**
 * The kind of proxy in the details of a `webRequest` event; null without a proxy, or if the browser does not
 * report it. Only Firefox does. The details also contain the proxy's address, which is not read.
 */
export function proxyKindOf(details: object): ProxyKind | null {
  const { proxyInfo } = details as { proxyInfo?: { type?: unknown } | null };
  switch (proxyInfo?.type) {
    case 'http':
    case 'https':
    // HTTP over QUIC, as Firefox's own VPN may use it.
    case 'masque':
      return 'http';
    case 'socks':
    case 'socks4':
      return 'socks';
    default:
      return null;
  }
}
