import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const emptyPage = 'empty.html';

/** Puts a page with one word into a build: what any page of an extension takes. */
export function writeEmptyPage(folder: string): void {
  writeFileSync(join(folder, emptyPage), '<!doctype html><title>Empty</title><p>Empty</p>');
}
