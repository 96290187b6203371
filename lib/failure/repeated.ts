/**
 * Whether a raw code announces that the browser itself repeats the request: neither an end nor a failure.
 * Firefox 153 reports it for a WebSocket to a host with an open HTTP/2 connection. It does not report the
 * result of the repeat; the next socket to that host uses HTTP/1.1 at once.
 */
export function isRepeatedByBrowser(code: string): boolean {
  return code === 'NS_ERROR_HTTP2_FALLBACK_TO_HTTP1';
}
