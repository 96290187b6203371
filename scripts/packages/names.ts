import { globSync } from 'node:fs';

/** The sources' archive in the folder of the packages. */
export function sourcesName(version: string): string {
  return `dozvon-${version}-sources.zip`;
}

/** The bill of materials in the folder of the packages. */
export function sbomName(version: string): string {
  return `dozvon-${version}.cdx.json`;
}

/** Names of the packages in a folder, in order. */
export function findPackages(folder: string): string[] {
  return globSync('*.zip', { cwd: folder }).toSorted();
}
