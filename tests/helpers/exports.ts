import { commaDialect } from '../../lib/export/csv/dialect.ts';
import type { ExportFormat, ExportOptions } from '../../lib/export/format.ts';
import { type ExportFormatId, exportFormats } from '../../lib/export/formats.ts';
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
  return Buffer.concat(await partsOf(await exportFormats[id].load(), rounds, options));
}

/** A file of text. */
export async function textOf(
  id: ExportFormatId,
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  return (await bytesOf(id, rounds, options)).toString('utf8');
}
