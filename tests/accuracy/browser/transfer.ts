import type { HttpRequest } from '../../../lib/probe/http.ts';
import { type Line, packetBytes } from '../line/line.ts';

/** How far a transfer came. */
export interface Carried {
  /** Milliseconds from the request's start to its end, by whichever limit. */
  afterMs: number;
  /**
   * `stalled` where not a byte came for as long as the product waits, `timeout` where its limit for all of it ended it, `cut`
   * where something on the path did.
   */
  ending: 'complete' | 'stalled' | 'timeout' | 'cut';
  /** Milliseconds to the first byte of the answer; null where none came. */
  ttfbMs: number | null;
  /** Bytes of the answer, and when the last of them came. */
  received: number;
  lastByteMs: number | null;
}

export interface Way {
  line: Line;
  host: string;
  /** When the request began, in milliseconds since the epoch. */
  startMs: number;
  /** When a small answer would have come, in milliseconds from then. */
  answerMs: number;
  /** How fast something on the path lets it through. */
  bytesPerSecond: number;
  /** How many bytes something on the path lets through, and how it stops the rest; all where left out. */
  limit?: { bytes: number; manner: 'freeze' | 'cut' };
}

type Request = Pick<HttpRequest, 'sendBytes' | 'receiveBytes' | 'stall' | 'timeoutMs'>;

/** Carries what a request sends or asks for; null where that is next to nothing. */
export function carry(request: Request, way: Way): Carried | null {
  const { sendBytes = 0, receiveBytes = 0, timeoutMs } = request;
  const bytes = sendBytes + receiveBytes;
  if (bytes <= packetBytes) return null;
  const unlimited = arrivalsOf(bytes, way);
  const passing = Math.floor((way.limit?.bytes ?? Number.POSITIVE_INFINITY) / packetBytes);
  const arrivals = unlimited.map((each, index) =>
    index < passing ? each : Number.POSITIVE_INFINITY,
  );
  const stall = request.stall ?? { answerMs: timeoutMs, bodyMs: timeoutMs };
  const carried =
    sendBytes > 0
      ? upload(arrivals, stall.answerMs)
      : download(arrivals, { ...request, stall }, way);
  const cutMs = way.limit?.manner === 'cut' ? unlimited[passing] : undefined;
  return cutMs !== undefined && cutMs < carried.afterMs
    ? { ...carried, afterMs: cutMs, ending: 'cut' }
    : carried;
}

/** Milliseconds from the request's start. */
function arrivalsOf(
  bytes: number,
  { line, host, startMs, answerMs, bytesPerSecond }: Way,
): number[] {
  const packets = Math.ceil(bytes / packetBytes);
  const slowedMs = (packetBytes * 1_000) / bytesPerSecond;
  return line
    .carry(startMs + answerMs, host, packets)
    .map((each, index) => answerMs + Math.max(each, (index + 1) * slowedMs));
}

/** The answer follows the last byte. No browser tells how much was sent before. */
function upload(arrivals: readonly number[], limitMs: number): Carried {
  const ttfbMs = arrivals.at(-1) ?? 0;
  const nothing = { received: 0, lastByteMs: null };
  return ttfbMs < limitMs
    ? { ...nothing, afterMs: ttfbMs, ending: 'complete', ttfbMs }
    : { ...nothing, afterMs: limitMs, ending: 'stalled', ttfbMs: null };
}

function download(
  arrivals: readonly number[],
  { receiveBytes = 0, stall, timeoutMs }: Request & Required<Pick<Request, 'stall'>>,
  { answerMs }: Way,
): Carried {
  if (answerMs >= stall.answerMs) {
    const nothing = { ttfbMs: null, received: 0, lastByteMs: null };
    return { ...nothing, afterMs: stall.answerMs, ending: 'stalled' };
  }
  let lastMs = answerMs;
  let came = 0;
  for (const each of arrivals) {
    if (each >= Math.min(lastMs + stall.bodyMs, timeoutMs)) break;
    lastMs = each;
    came += 1;
  }
  const carried = {
    ttfbMs: answerMs,
    received: Math.min(receiveBytes, came * packetBytes),
    lastByteMs: came > 0 ? lastMs : null,
  };
  if (came === arrivals.length) return { ...carried, afterMs: lastMs, ending: 'complete' };
  const isStalled = lastMs + stall.bodyMs <= timeoutMs;
  return isStalled
    ? { ...carried, afterMs: lastMs + stall.bodyMs, ending: 'stalled' }
    : { ...carried, afterMs: timeoutMs, ending: 'timeout' };
}
