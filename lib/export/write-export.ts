import type { Round } from '../model/round.ts';
import { dialectOf } from './csv/dialect.ts';
import type { ExportFormat } from './format.ts';
import type { ExportRequest } from './request.ts';
import { watched } from './watched.ts';

interface WriteExport {
  /** The format of the request. */
  format: ExportFormat;
  /** The rounds of the request. */
  rounds: AsyncIterable<Round>;
  signal: AbortSignal;
  onRound: () => void;
}

/** A requested file in parts. Fails with the signal's reason once that is given. */
export function writeExport(
  { dialect, language, options }: ExportRequest,
  { format, rounds, ...watch }: WriteExport,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return format.write(watched(rounds, watch), {
    ...options,
    single: false,
    dialect: dialectOf(dialect, language),
  });
}
