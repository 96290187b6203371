import type { TransferKind } from '../catalog/schema.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Conversation } from '../probe/converse.ts';
import type { HttpRequest } from '../probe/http.ts';

/** The speed of a transfer. */
export type Pace = Pick<Attempt, 'lastByteMs' | 'bytesPerSecond'>;

type Progress = Pick<Conversation, 'answered' | 'received' | 'lastByteMs' | 'totalMs'>;

/**
 * When the last byte of a download arrived, and the rate from the first byte on; empty for attempts that are
 * not transfers. Browsers do not report when the last byte of an upload left, only when the answer began, so
 * the rate of an upload covers the time until then, handshake included. A server that answers early makes
 * the upload look faster.
 * @param ttfbMs milliseconds to the first byte of the answer; null if unknown
 */
export function paceOf(
  { receiveBytes, sendBytes }: Pick<HttpRequest, 'receiveBytes' | 'sendBytes'>,
  { answered, received, lastByteMs, totalMs }: Progress,
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

/** Durations below one millisecond count as one. */
export function bytesPerSecond(bytes: number, milliseconds: number): number {
  return Math.round((bytes * 1_000) / Math.max(1, milliseconds));
}

/**
 * The rate of a transfer in bytes per second: of a download from the first byte to the last, where both times are known; of an
 * upload from the moment at which its connection stood, where that is known, until the answer.
 * @param roundTripsMs of an upload, milliseconds in which it would wait for answers at any speed
 */
export function rateOf(kind: TransferKind, attempt: Attempt, roundTripsMs = 0): number {
  const { bytes, totalMs, ttfbMs, lastByteMs } = attempt;
  if (kind === 'upload') return bytesPerSecond(bytes ?? 0, answerMsOf(attempt) - roundTripsMs);
  const endMs = lastByteMs ?? totalMs ?? 0;
  return bytesPerSecond(bytes ?? 0, endMs - (ttfbMs ?? 0));
}

/** Milliseconds from the moment at which an attempt's connection stood, where that is known, until the answer. */
export function answerMsOf({ dnsMs, connectMs, tlsMs, ttfbMs, totalMs }: Attempt): number {
  const setUpMs = (dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0);
  return (ttfbMs ?? totalMs ?? 0) - setUpMs;
}
