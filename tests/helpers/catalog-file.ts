import { fileOfData } from '../../lib/catalog/file/data.ts';
import type { CatalogFile } from '../../lib/catalog/file/schema.ts';
import { builtIn } from '../../lib/catalog/index.ts';

type Holder = Record<string, unknown>;

/** The catalogue that is built in as a file of a later day. */
export function aCatalogFile(overrides: Partial<CatalogFile> = {}): CatalogFile {
  const file = fileOfData(builtIn, '2099-01-01');
  return { ...structuredClone(file), version: '2099-01-01', ...overrides };
}

/** A file of unknown shape, of which one place has been changed. @param path keys joined by dots */
export function withPlace(path: string, value: unknown, file: unknown = aCatalogFile()): string {
  const copy = structuredClone(file);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((found, key) => found[key] as Holder, copy as Holder);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(copy);
}

/** @param day ISO 8601 */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
