/**
 * Looks for Chromium or Chrome for Testing: first DOZVON_CHROMIUM, then the PATH, then Playwright's
 * own. `problem` says what is wrong with DOZVON_CHROMIUM.
 */
export function findChromium(): Promise<
  { path: string; problem: null } | { path: null; problem: string | null }
>;

/** Path of a program; also searches the `sbin` folders that an ordinary PATH omits. */
export function findOnPath(name: string): string | null;
