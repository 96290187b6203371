/** Who on this side refused a request, so that it never left for the network. */
export type LocalRefusal = 'policy' | 'proxy';

/** Codes by which browsers report an administrator's rule. */
const byPolicy = /^(net::ERR_BLOCKED_BY_ADMINISTRATOR|NS_ERROR_BLOCKED_BY_POLICY)$/;
/**
 * Codes by which browsers report that a proxy did not connect. Chromium has one for all reasons; of Firefox's, only
 * those that are a refusal.
 */
const byProxy =
  /^(net::ERR_TUNNEL_CONNECTION_FAILED|NS_ERROR_PROXY_(FORBIDDEN|NOT_FOUND|UNAVAILABLE_FOR_LEGAL_REASONS|METHOD_NOT_ALLOWED))$/;
/** A proxy that tries to connect and cannot takes longer, in milliseconds. */
const refusalMs = 2_000;

/** Null where a code means something else, or a proxy may have tried. */
export function localRefusalOf(code: string | null, afterMs: number | null): LocalRefusal | null {
  if (code === null) return null;
  if (byPolicy.test(code)) return 'policy';
  return byProxy.test(code) && (afterMs ?? 0) < refusalMs ? 'proxy' : null;
}
