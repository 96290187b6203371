import { noTimings, type Timings } from './timings.ts';

/** Finds the timing of finished requests by URL, among those it was told to expect. */
export interface ResourceTimings {
  expect(url: string): void;
  of(url: string): Promise<Timings>;
  forget(url: string): void;
}

/** The browser adds an entry a moment after the response has ended. */
const boundMs = 50;

/**
 * The browser's own buffer is finite, so entries are taken out of it as they come.
 * @param read what an entry tells in this engine
 */
export function createResourceTimings(
  read: (entry: PerformanceResourceTiming) => Timings,
): ResourceTimings {
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
      if (!entries.has(url)) await untilSeen(url);
      const entry = entries.get(url);
      return entry === undefined ? noTimings : read(entry);
    },
    forget(url) {
      expected.delete(url);
      entries.delete(url);
    },
  };

  function untilSeen(url: string): Promise<void> {
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
