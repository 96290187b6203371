/**
 * Looks for a Chromium or Chrome for Testing: the one that DOZVON_CHROMIUM names, else one on
 * the PATH, else Playwright's own. `problem` tells what is wrong with DOZVON_CHROMIUM.
 */
export function findChromium(): Promise<
  { path: string; problem: null } | { path: null; problem: string | null }
>;

/** Path of a program, also of administrators' ones that an ordinary PATH leaves out. */
export function findOnPath(name: string): string | null;
