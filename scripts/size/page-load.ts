import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of a built page, as paths. */
export interface PageLoad {
  /** Scripts and styles that the page names, and scripts that those import. */
  atOnce: string[];
  /** Scripts that those import when they are asked for. */
  later: string[];
}

/** Reads from a built page what the browser loads with it; names carry hashes, so they are not listed. */
export function readPageLoad(build: string, page: string): PageLoad {
  const html = readFileSync(path.join(build, page), 'utf8');
  const named = matchesIn(html, /(?:src|href)="\/([^"]+\.(?:js|css))"/g);
  if (named.length === 0) throw new Error(`${build}/${page} loads no script`);
  const atOnce = named.map((file) => path.join(build, file));
  const later: string[] = [];
  // What is found on the way is walked through, too.
  for (const file of atOnce) {
    const code = readFileSync(file, 'utf8');
    addNew(atOnce, besides(file, code, /(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g));
    addNew(later, besides(file, code, /import\(\s*["'`](\.[^"'`]+\.js)["'`]/g));
  }
  return { atOnce, later };
}

/** @throws Error where a page waits for more than one file before it can paint */
export function expectOneScript(build: string, page: string): void {
  const { atOnce } = readPageLoad(build, page);
  if (atOnce.length > 1) throw new Error(`${build}/${page} loads at once: ${atOnce.join(', ')}`);
}

/**
 * @param names of chunks, without their hashes
 * @throws Error where one of them is loaded with the page, or not by it at all
 */
export function expectLoadedLater(build: string, page: string, names: readonly string[]): void {
  const { atOnce, later } = readPageLoad(build, page);
  for (const name of names) {
    const isIt = (file: string) => path.basename(file).startsWith(`${name}-`);
    if (atOnce.some(isIt) || !later.some(isIt)) {
      throw new Error(`${build}/${page} is to load ${name} when it is asked for, and not before`);
    }
  }
}

function besides(file: string, code: string, pattern: RegExp): string[] {
  return matchesIn(code, pattern).map((relative) => path.join(path.dirname(file), relative));
}

function matchesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]));
}

function addNew(list: string[], found: readonly string[]): void {
  for (const one of found) if (!list.includes(one)) list.push(one);
}
