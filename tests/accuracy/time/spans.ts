/** Stretches of time in which something is the case; moments in milliseconds since 1970. */
export interface Spans {
  add: (fromMs: number, toMs: number) => void;
  covers: (atMs: number) => boolean;
  /** When it is over, for a moment within; the moment itself otherwise. */
  endAfter: (atMs: number) => number;
  /** When it first begins after a moment and not after another; null where it does not. */
  beginsWithin: (afterMs: number, toMs: number) => number | null;
}

export function createSpans(): Spans {
  const spans: { fromMs: number; toMs: number }[] = [];
  const around = (atMs: number) =>
    spans.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return {
    add: (fromMs, toMs) => void spans.push({ fromMs, toMs }),
    covers: (atMs) => around(atMs).length > 0,
    endAfter: (atMs) => Math.max(atMs, ...around(atMs).map(({ toMs }) => toMs)),
    beginsWithin(afterMs, untilMs) {
      const begins = spans
        .map(({ fromMs }) => fromMs)
        .filter((fromMs) => afterMs < fromMs && fromMs <= untilMs);
      return begins.length === 0 ? null : Math.min(...begins);
    },
  };
}
