import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The files of a built page, as paths. */
export interface PageLoad {
  /** Scripts and styles that the page names, and scripts that these import statically. */
  atOnce: string[];
  /** Scripts that these import on demand. */
  later: string[];
}

/** Finds the files of a built page by reading it, since their names contain hashes. */
export function readPageLoad(build: string, page: string): PageLoad {
  const html = readFileSync(path.join(build, page), 'utf8');
  const named = matchesIn(html, /(?:src|href)="\/([^"]+\.(?:js|css))"/g);
  if (named.length === 0) throw new Error(`${build}/${page} loads no script`);
  const atOnce = named.map((file) => path.join(build, file));
  const later: string[] = [];
  // The loop also visits files that it adds.
  for (const file of atOnce) {
    const code = readFileSync(file, 'utf8');
    addNew(atOnce, importsOf(file, code, /(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g));
    addNew(later, importsOf(file, code, /import\(\s*["'`](\.[^"'`]+\.js)["'`]/g));
  }
  return { atOnce, later };
}

/** @throws Error if a page waits for more than one file before it can paint */
export function expectOneScript(build: string, page: string): void {
  const { atOnce } = readPageLoad(build, page);
  if (atOnce.length > 1) throw new Error(`${build}/${page} loads at once: ${atOnce.join(', ')}`);
}

/**
 * @param names of chunks, without their hashes
 * @throws Error if the page loads one of them at once, or not at all
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

/** @throws Error if the page loads a script at once that has a text in it */
export function expectWithout(build: string, page: string, text: string): void {
  for (const file of readPageLoad(build, page).atOnce) {
    if (!readFileSync(file, 'utf8').includes(text)) continue;
    throw new Error(`${build}/${page} is to load what says "${text}" later: ${file}`);
  }
}

/**
 * The largest in gzip of the chunks of a name that a page loads on demand, of which it needs only one.
 * @throws Error if there is none
 */
export function largestLoadedLater(build: string, page: string, name: string): string {
  const { later } = readPageLoad(build, page);
  const sizes = later
    .filter((file) => path.basename(file).startsWith(`${name}-`))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(file)).length }))
    .toSorted((one, other) => other.bytes - one.bytes);
  if (sizes[0] === undefined) throw new Error(`${build}/${page} loads no ${name} on demand`);
  return sizes[0].file;
}

function importsOf(file: string, code: string, pattern: RegExp): string[] {
  return matchesIn(code, pattern).map((relative) => path.join(path.dirname(file), relative));
}

function matchesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]));
}

function addNew(list: string[], found: readonly string[]): void {
  for (const one of found) if (!list.includes(one)) list.push(one);
}
