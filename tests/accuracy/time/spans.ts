/** A set of time spans; moments are in milliseconds since 1970. */
export interface Spans {
  add: (fromMs: number, toMs: number) => void;
  covers: (atMs: number) => boolean;
  /** The end of the span that contains the moment; the moment itself if none does. */
  endAfter: (atMs: number) => number;
  /** The first beginning of a span after one moment and not after another; null if there is none. */
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
