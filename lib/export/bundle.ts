import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Round } from '../model/round.ts';
import { describeBundle } from './bundle/datapackage.ts';
import { bundleReadme } from './bundle/readme.ts';
import { createTally } from './bundle/tally.ts';
import { commaDialect } from './csv/dialect.ts';
import { attempts, changes, verdicts } from './csv.ts';
import type { ExportFormat, ExportOptions } from './format.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';

/** The data files of the bundle, each of which reads the rounds once. */
const dataFiles = [
  { name: 'attempts.csv', format: attempts, isCompressed: false },
  { name: 'verdicts.csv', format: verdicts, isCompressed: false },
  { name: 'changes.csv', format: changes, isCompressed: false },
  { name: 'rounds.jsonl', format: jsonl, isCompressed: false },
  { name: 'attempts.parquet', format: parquet, isCompressed: true },
] as const;

type Part = Uint8Array<ArrayBuffer>;

/** All tables, the rounds as they were recorded, and what describes them, in one archive. */
export const bundle: ExportFormat = {
  extension: 'zip',
  mediaType: 'application/zip',
  passes: dataFiles.length,
  async *write(rounds, given) {
    const options: ExportOptions = { ...given, dialect: commaDialect };
    const ready: Part[] = [];
    const zip = new Zip((error, part) => {
      if (error !== null) throw error;
      ready.push(part);
    });
    const tally = createTally();
    const ids = new Set<string>();
    const counted = noting(tally.count(rounds), ids);
    // Checks that end meanwhile would be in some files only.
    const same = { [Symbol.asyncIterator]: () => onlyOf(rounds, ids) };
    for (const [index, { name, format, isCompressed }] of dataFiles.entries()) {
      const file = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name);
      zip.add(file);
      for await (const part of format.write(index === 0 ? counted : same, options)) {
        file.push(part);
        yield* ready.splice(0);
      }
      file.push(new Uint8Array(), true);
      yield* ready.splice(0);
    }
    addText(zip, 'datapackage.json', describeBundle(tally.result(), options));
    addText(zip, 'README.md', bundleReadme(tally.result()));
    zip.end();
    yield* ready.splice(0);
  },
};

async function* noting(rounds: AsyncIterable<Round>, ids: Set<string>): AsyncGenerator<Round> {
  for await (const round of rounds) {
    ids.add(round.id);
    yield round;
  }
}

async function* onlyOf(
  rounds: AsyncIterable<Round>,
  ids: ReadonlySet<string>,
): AsyncGenerator<Round> {
  for await (const round of rounds) if (ids.has(round.id)) yield round;
}

function addText(zip: Zip, name: string, text: string): void {
  const file = new ZipDeflate(name);
  zip.add(file);
  file.push(new TextEncoder().encode(text), true);
}
