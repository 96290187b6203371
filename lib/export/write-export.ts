import type { Round } from '../model/round.ts';
import { exportFormats } from './formats.ts';
import type { ExportRequest } from './request.ts';
import { watched } from './watched.ts';

interface WriteExport {
  /** The rounds of the request. */
  rounds: AsyncIterable<Round>;
  signal: AbortSignal;
  onRound: () => void;
}

/** A requested file in parts. Fails with the signal's reason once that is given. */
export async function writeExport(
  { format: id, options }: ExportRequest,
  { rounds, ...watch }: WriteExport,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const format = await exportFormats[id].load();
  return format.write(watched(rounds, watch), { ...options, single: false });
}
