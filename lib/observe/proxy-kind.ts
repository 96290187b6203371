import type { ProxyKind } from '../model/route.ts';

/**
 * The kind of proxy that an event of `webRequest` tells of; null where there is none, or the browser does
 * not tell. Firefox alone does. Where the proxy is stands beside it, and is not looked at.
 */
export function proxyKindOf(details: object): ProxyKind | null {
  const { proxyInfo } = details as { proxyInfo?: { type?: unknown } | null };
  switch (proxyInfo?.type) {
    case 'http':
    case 'https':
      return 'http';
    case 'socks':
    case 'socks4':
      return 'socks';
    default:
      return null;
  }
}
