import { readFileSync } from 'node:fs';
import { problemOfFuture, readCatalogFile } from '../../lib/catalog/file/read.ts';
import { builtIn } from '../../lib/catalog/index.ts';
import { type CatalogProblem, problemText } from '../../lib/model/catalog-file.ts';
import { reasonOf } from './places.ts';

/** A catalogue's file, or why it cannot be used. */
export type ReadCatalog = { text: string; serviceIds: string[] } | { problem: string };

/** Reads a catalogue's file as the extension will read it. */
export function readCatalogAt(file: string): ReadCatalog {
  let text: string;
  try {
    // Without a byte order mark, as a page reads it.
    text = new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    return {
      problem: `--catalog: found ${JSON.stringify(file)}, which cannot be read (${reasonOf(error)}); allowed: a file that can be read`,
    };
  }
  const read = readCatalogFile(text, builtIn);
  if ('rule' in read) return { problem: textOf(read) };
  const problem = problemOfFuture(read, new Date());
  if (problem !== null) return { problem: textOf(problem) };
  return { text, serviceIds: read.services.map(({ id }) => id) };
}

function textOf(problem: CatalogProblem): string {
  return `--catalog: ${problemText(problem)}`;
}
