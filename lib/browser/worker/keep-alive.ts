import { browser } from 'wxt/browser';

/**
 * Calls to the browser's API keep it from suspending the worker after 30 s. In Firefox nothing else does, not
 * even pending requests.
 */
const everyMs = 5_000;

/** Keeps the worker running between `start` and `stop`. */
export interface KeepAlive {
  start(): void;
  stop(): void;
}

export function createKeepAlive(): KeepAlive {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    start() {
      clearInterval(timer);
      timer = setInterval(() => void browser.runtime.getPlatformInfo(), everyMs);
    },
    stop: () => clearInterval(timer),
  };
}
