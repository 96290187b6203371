import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const emptyPage = 'empty.html';

/** Puts a page with one word into a build: what any page of an extension takes. */
export function writeEmptyPage(folder: string): void {
  writeFileSync(join(folder, emptyPage), '<!doctype html><title>Empty</title><p>Empty</p>');
}

/** A copy of a build with such a page. */
export function withEmptyPage(build: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'dozvon-bench-'));
  cpSync(build, copy, { recursive: true });
  writeEmptyPage(copy);
  return copy;
}
