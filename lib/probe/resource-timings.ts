import { noTimings, type Timings } from './timings.ts';

/** Finds the times of finished requests by URL. Each URL must be expected before its request. */
export interface ResourceTimings {
  expect(url: string): void;
  of(url: string): Promise<Timings>;
  /** Whether a request that failed was sent, so that its connection stood; false where the browser does not tell. */
  wasSent(url: string): Promise<boolean>;
  forget(url: string): void;
}

/** What an engine's entries tell. */
export interface ReadEntry {
  read: (entry: PerformanceResourceTiming) => Timings;
  isSent?: (entry: PerformanceResourceTiming) => boolean;
}

/** The browser adds an entry shortly after the response ends. */
const boundMs = 50;

/**
 * Empties the browser's own buffer, which is finite, as entries arrive.
 * @param read reads an entry of this engine
 * @param isSent whether a failed request was sent; left out where this engine does not tell
 */
export function createResourceTimings({ read, isSent }: ReadEntry): ResourceTimings {
  const expected = new Set<string>();
  const entries = new Map<string, PerformanceResourceTiming>();
  const waiting = new Map<string, () => void>();
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!expected.has(entry.name)) continue;
      entries.set(entry.name, entry as PerformanceResourceTiming);
      waiting.get(entry.name)?.();
    }
    performance.clearResourceTimings();
  });
  observer.observe({ type: 'resource', buffered: false });

  return {
    expect: (url) => expected.add(url),
    async of(url) {
      const entry = await entryOf(url);
      return entry === undefined ? noTimings : read(entry);
    },
    async wasSent(url) {
      const entry = isSent && (await entryOf(url));
      return entry !== undefined && isSent?.(entry) === true;
    },
    forget(url) {
      expected.delete(url);
      entries.delete(url);
    },
  };

  async function entryOf(url: string): Promise<PerformanceResourceTiming | undefined> {
    if (!entries.has(url)) await untilAdded(url);
    return entries.get(url);
  }

  function untilAdded(url: string): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(finish, boundMs);
      function finish() {
        clearTimeout(timer);
        waiting.delete(url);
        resolve();
      }
      waiting.set(url, finish);
    });
  }
}
