import { browser } from 'wxt/browser';

/** Calls of the extension's own API keep the worker from being put to sleep after 30 s. */
const everyMs = 20_000;

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
