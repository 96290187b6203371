/**
 * The failure of a request whose connection stood, and was over before the request could go over it, as where a server says
 * GOAWAY in HTTP/2 (Chromium 156). It does not tell who ended it.
 */
export const goneFailure = 'unknown_failure: net::ERR_SOCKET_NOT_CONNECTED';
