import type { CatalogData } from '../../../catalog/catalog-for.ts';
import { dataOfFile } from '../../../catalog/file/data.ts';
import { readCatalogFile } from '../../../catalog/file/read.ts';
import { builtIn } from '../../../catalog/index.ts';
import type { CatalogInUse } from '../../../model/catalog-file.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';

/** The text of the file that a person took over. */
const setting = storedItem<string>('local', 'catalogFile');

/** The catalogue in use. */
export interface OwnCatalog extends CatalogInUse {
  data: CatalogData;
  /** By which rounds name it: its day and, of a file, the beginning of its SHA-256. */
  name: string;
}

const ofProduct: OwnCatalog = {
  version: builtIn.world.version,
  reviewed: null,
  fromFile: false,
  data: builtIn,
  name: builtIn.world.version,
};

/** The last file that was read, since the catalogue is needed often. */
let last: { text: string; catalog: OwnCatalog } | undefined;

/**
 * The catalogue that checks use: the one that is built in, or a file while it is newer than that and fits, which it
 * may do no longer after an update of the extension.
 */
export async function readOwnCatalog(): Promise<OwnCatalog> {
  const text: unknown = await setting.read();
  if (typeof text !== 'string') return ofProduct;
  if (last?.text !== text) last = { text, catalog: await readFrom(text) };
  return last.catalog;
}

/** Null: the catalogue that is built in. */
export function writeCatalogFile(text: string | null): Promise<void> {
  return betweenChanges(() => (text === null ? setting.remove() : setting.write(text)));
}

async function readFrom(text: string): Promise<OwnCatalog> {
  const file = readCatalogFile(text, builtIn);
  if ('rule' in file) return ofProduct;
  const { version, reviewed } = file;
  const name = `${version}+file.${await digestOf(text)}`;
  return { version, reviewed, fromFile: true, data: dataOfFile(file, builtIn), name };
}

/** Tells files of one day from each other. */
async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash).slice(0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
