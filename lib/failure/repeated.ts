/**
 * Whether a raw code announces that the browser itself asks again: no end of the request, and no failure.
 * Firefox 153 reports it of a WebSocket to a host with an open HTTP/2 connection. What comes of its
 * repetition it does not report; the next socket to that host goes over HTTP/1.1 at once.
 */
export function isRepeatedByBrowser(code: string): boolean {
  return code === 'NS_ERROR_HTTP2_FALLBACK_TO_HTTP1';
}
