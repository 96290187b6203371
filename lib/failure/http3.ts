/**
 * What Chromium says where it knows that a host speaks HTTP/3 and gets through by neither way: TCP fails as it may, HTTP/3
 * later, and the code is that of the latter (Chromium 156). What it knows lasts for days and over restarts; a frame of one's
 * own starts without it. That of a handshake is known from its sources alone.
 */
const inChromium = /^net::ERR_QUIC_(PROTOCOL_ERROR|HANDSHAKE_FAILED)$/;

/** Whether a raw code is that of HTTP/3, and hides how TCP failed. */
export function hidesTcp(code: string | null): boolean {
  return code !== null && inChromium.test(code);
}
