import type { FailedOperation } from '../round/types.ts';
import type { Failure } from './types.ts';

/**
 * Firefox's codes. Network-class failures come as `NS_*`; TLS failures are sentences in the user's
 * language without a code, so all that may be said of an unknown text is that the handshake failed.
 */
const known: Record<string, [failure: string, operation: FailedOperation | null]> = {
  NS_ERROR_UNKNOWN_HOST: ['unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
  NS_ERROR_CONNECTION_REFUSED: ['connection_refused', 'connect'],
  NS_ERROR_NET_RESET: ['connection_reset', null],
  NS_ERROR_NET_INTERRUPT: ['eof_error', null],
  NS_ERROR_NET_TIMEOUT: ['generic_timeout_error', null],
  NS_ERROR_NET_PARTIAL_TRANSFER: ['eof_error', 'read'],
};

const invalid = new Set([
  'NS_BINDING_ABORTED',
  'NS_ERROR_ABORT',
  'NS_ERROR_OFFLINE',
  'NS_ERROR_UNKNOWN_PROXY_HOST',
  'NS_ERROR_DOCUMENT_NOT_CACHED',
  'NS_ERROR_BLOCKED_BY_POLICY',
  'NS_ERROR_NETWORK_LINK_CHANGED',
  'NS_ERROR_DOM_CORP_FAILED',
]);

/** @param code `NS_*`, or a sentence in the user's language */
export function classifyFirefoxFailure(code: string): Failure {
  const valid = !invalid.has(code) && !code.startsWith('NS_ERROR_PROXY_');
  const row = known[code];
  if (row !== undefined) return { failure: row[0], operation: row[1], valid };
  if (code.startsWith('NS_')) {
    return { failure: `unknown_failure: ${code}`, operation: null, valid };
  }
  return { failure: 'ssl_failed_handshake', operation: 'tls_handshake', valid };
}
