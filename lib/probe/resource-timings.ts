import { noTimings, type Timings } from './timings.ts';

/** Finds the times of finished requests by URL. Each URL must be expected before its request. */
export interface ResourceTimings {
  expect(url: string): void;
  of(url: string): Promise<Timings>;
  forget(url: string): void;
}

/** The browser adds an entry shortly after the response ends. */
const boundMs = 50;

/**
 * Empties the browser's own buffer, which is finite, as entries arrive.
 * @param read reads an entry of this engine
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
      if (!entries.has(url)) await untilAdded(url);
      const entry = entries.get(url);
      return entry === undefined ? noTimings : read(entry);
    },
    forget(url) {
      expected.delete(url);
      entries.delete(url);
    },
  };

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
