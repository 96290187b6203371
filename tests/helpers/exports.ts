import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { commaDialect } from '../../lib/export/csv/dialect.ts';
import type { ExportFormat, ExportOptions } from '../../lib/export/format.ts';
import { type ExportFormatId, exportFormats } from '../../lib/export/formats.ts';
import { formatTraits } from '../../lib/export/traits.ts';
import type { Round } from '../../lib/model/round.ts';

/** Without any tick. */
export const noTicks: ExportOptions = {
  single: false,
  routing: false,
  addresses: false,
  label: null,
  timeZone: null,
  dialect: commaDialect,
};

/** Rounds as a history gives them: they can be iterated again. */
export function someRounds(rounds: readonly Round[]): AsyncIterable<Round> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* rounds;
    },
  };
}

/** The parts of a file. */
export function partsOf(
  format: Pick<ExportFormat, 'write'>,
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<Uint8Array[]> {
  return Array.fromAsync(format.write(someRounds(rounds), { ...noTicks, ...options }));
}

export async function bytesOf(
  id: ExportFormatId,
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<Buffer> {
  return Buffer.concat(await partsOf(await exportFormats[id](), rounds, options));
}

/** A file of text. */
export async function textOf(
  id: ExportFormatId,
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  return (await bytesOf(id, rounds, options)).toString('utf8');
}

/** A file as text, with whatever is compressed in it beside it. */
export async function readableOf(
  id: ExportFormatId,
  given: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  return textIn(formatTraits[id].extension, await bytesOf(id, given, options));
}

async function textIn(extension: string, bytes: Uint8Array): Promise<string> {
  if (extension.endsWith('.gz')) return gunzipSync(bytes).toString('utf8');
  if (extension.endsWith('parquet')) {
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    return rows.map((row) => Object.values(row).map(String).join(' ')).join('\n');
  }
  if (!extension.endsWith('zip')) return Buffer.from(bytes).toString('utf8');
  // Of these, the codebook has all values that there can be.
  const { 'datapackage.json': _codebook, ...data } = unzipSync(new Uint8Array(bytes));
  const files = Object.entries(data);
  const texts = files.map(([name, file]) => textIn(name.replace(/^.*?\./, ''), file));
  return (await Promise.all(texts)).join('\n');
}
