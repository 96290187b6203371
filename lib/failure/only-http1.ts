/**
 * The failures of an `OPTIONS` request to a server without HTTP/2: Chromium sends no body of unknown length over HTTP/1.1,
 * and offers no other protocol. Each comes once the server has read the ClientHello and answered it (Chromium 156): with an
 * alert, or with a handshake that names no protocol.
 */
export const onlyHttp1Failures: readonly (string | null)[] = [
  'unknown_failure: net::ERR_ALPN_NEGOTIATION_FAILED',
  'unknown_failure: net::ERR_H2_OR_QUIC_REQUIRED',
];
