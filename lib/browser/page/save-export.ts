import type { ExportFormat } from '../../export/format.ts';
import type { ExportRequest } from '../../export/request.ts';
import { writeExport } from '../../export/write-export.ts';
import type { RoundSelection } from '../../history/select-rounds.ts';
import { selectionOf } from '../../history/selection-of.ts';
import type { Round } from '../../model/round.ts';
import { dayOf } from '../../view/day-of.ts';
import type { Saving } from '../../view/page/page-sources.ts';
import { saveFile } from './save-file.ts';
import { spaced } from './spaced.ts';
import { spool } from './spool.ts';

interface ExportSource {
  format: ExportFormat;
  /** About how many there are. */
  estimate: (selection: RoundSelection) => Promise<number>;
  select: (selection: RoundSelection) => AsyncIterable<Round>;
}

/** Reads the history round by round into a file, and offers it to the person. */
export async function saveExport(
  { format, estimate, select }: ExportSource,
  request: ExportRequest,
  { signal, onProgress }: Saving,
): Promise<void> {
  const selection = selectionOf(request);
  const total = (format.passes ?? 1) * (await estimate(selection));
  const progress = spaced(onProgress);
  let done = 0;
  const parts = writeExport(request, {
    format,
    rounds: { [Symbol.asyncIterator]: () => select(selection)[Symbol.asyncIterator]() },
    signal,
    onRound: () => progress({ done: ++done, total }),
  });
  const file = await spool(parts, format.mediaType);
  signal.throwIfAborted();
  saveFile(`dozvon-${dayOf(new Date())}.${format.extension}`, file);
}
