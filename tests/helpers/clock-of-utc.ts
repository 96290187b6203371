import { afterEach, beforeEach, vi } from 'vitest';

/* The clock is one of UTC, wherever the tests run: it decides what day a fixed moment lies on. */
beforeEach(() => {
  vi.stubEnv('TZ', 'UTC');
});
afterEach(() => {
  vi.unstubAllEnvs();
});
