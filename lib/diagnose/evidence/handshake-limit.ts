import { isFirefox, type Software } from '../../model/round.ts';

/**
 * Whether the browser gives up a silent TLS handshake after 30 s, so that a longer silence lies below TLS. Firefox
 * repeats a handshake by itself and tells neither when nor where: silence of 50 s was seen though TCP connected.
 */
export function limitsHandshakes(software: Software): boolean {
  return !isFirefox(software);
}
