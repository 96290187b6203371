import type { Attempt } from '../model/attempt.ts';
import type { Conversation } from '../probe/converse.ts';
import type { HttpRequest } from '../probe/http.ts';

export type Pace = Pick<Attempt, 'lastByteMs' | 'bytesPerSecond'>;

type Carried = Pick<Conversation, 'answered' | 'received' | 'lastByteMs' | 'totalMs'>;

/**
 * When the last byte of a transfer came, and how fast they came from the first on; nothing of what is no
 * transfer. Of an upload no browser tells when its last byte left, only when the answer began: the rate is
 * as if all of it had left just then, handshake included. A server that answers sooner makes it look quicker.
 * @param ttfbMs milliseconds to the first byte of the answer; null where that is not known
 */
export function paceOf(
  { receiveBytes, sendBytes }: Pick<HttpRequest, 'receiveBytes' | 'sendBytes'>,
  { answered, received, lastByteMs, totalMs }: Carried,
  ttfbMs: number | null,
): Pace {
  if (sendBytes !== undefined) {
    const rate = answered ? bytesPerSecond(sendBytes, ttfbMs ?? totalMs) : null;
    return { lastByteMs: null, bytesPerSecond: rate };
  }
  if (receiveBytes === undefined) return {};
  if (lastByteMs === null) return { lastByteMs, bytesPerSecond: null };
  return { lastByteMs, bytesPerSecond: bytesPerSecond(received, lastByteMs - (ttfbMs ?? 0)) };
}

/** What came within less than a millisecond counts as if it had taken one. */
export function bytesPerSecond(bytes: number, milliseconds: number): number {
  return Math.round((bytes * 1_000) / Math.max(1, milliseconds));
}

/** Bytes per second, from the first byte to the last where their times are known. */
export function rateOf({ bytes, totalMs, ttfbMs, lastByteMs }: Attempt): number {
  const endMs = lastByteMs ?? totalMs ?? 0;
  return bytesPerSecond(bytes ?? 0, endMs - (ttfbMs ?? 0));
}
