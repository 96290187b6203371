/**
 * Chromium sends a password that it keeps for a WebSocket's host along with the handshake, after all rules
 * that remove headers, unless the URL names a user. That name is not sent either, unless the server asks for
 * one (401).
 */
export function withoutStoredPassword(url: string): string {
  const named = new URL(url);
  named.username = 'anonymous';
  return named.href;
}
