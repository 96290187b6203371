import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CountryData } from '../../lib/catalog/country-schema.ts';
import { ProvenanceSchema } from '../../lib/catalog/provenance.ts';

/** A file of `lib/catalog/countries` as builds have it: without sources, which are for readers of the code. */
export async function countryModule(file: string): Promise<string> {
  const code = path.basename(file, '.ts');
  const known: Record<string, CountryData> = await import(pathToFileURL(file).href);
  return `export const ${code} = ${JSON.stringify(known[code], withoutProvenance)};`;
}

/** For `JSON.stringify`: leaves a source out of whatever has one. */
function withoutProvenance(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('source' in value)) return value;
  const kept = Object.entries(value).filter(([key]) => !(key in ProvenanceSchema.entries));
  return Object.fromEntries(kept);
}
