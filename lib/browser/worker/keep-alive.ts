import { browser } from 'wxt/browser';

/**
 * Calls of the browser's API keep the worker from being put to sleep after 30 s. Firefox puts its
 * event page to sleep in spite of all else, pending requests included.
 */
const everyMs = 5_000;

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
