import { closeSync, fstatSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Of SQLite, as Firefox sets it up. */
const pageBytes = 4096;
const mostLetters = 21;

/** Overwrites a database of the extension in a profile of Firefox from a page on, as a failing disk may. */
export function damageDatabase(profile: string, name: string, fromPage: number): void {
  const folder = join(profile, 'storage/default');
  const ending = `${writtenName(name)}.sqlite`;
  const files = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith(ending));
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${files.length} files ${ending}`);
  const opened = openSync(file, 'r+');
  const from = fromPage * pageBytes;
  const bytes = new Uint8Array(fstatSync(opened).size - from).fill(0x5a);
  if (bytes.length === 0) throw new Error(`${file} has no page ${fromPage}`);
  writeSync(opened, bytes, 0, bytes.length, from);
  closeSync(opened);
}

/** How Firefox writes a database's name into that of its file: some letters, from both ends in turn. */
function writtenName(name: string): string {
  const letters = name.split('');
  let written = '';
  while (letters.length > 0) written += letters.shift() + (letters.pop() ?? '');
  return written.slice(0, mostLetters);
}
