import { exportFormats } from '../../export/formats.ts';
import type { ExportProgress, ExportRequest } from '../../export/request.ts';
import { writeExport } from '../../export/write-export.ts';
import { estimateRounds } from '../../history/estimate-rounds.ts';
import type { History } from '../../history/open.ts';
import { selectRounds } from '../../history/select-rounds.ts';
import { saveFile } from './save-file.ts';
import { spool } from './spool.ts';

interface Saving {
  signal: AbortSignal;
  onProgress: (progress: ExportProgress) => void;
}

const progressEveryMs = 100;

/** Reads the history round by round into a file, and offers it to the person. */
export async function saveExport(
  history: History,
  request: ExportRequest,
  { signal, onProgress }: Saving,
): Promise<void> {
  const { from, to, services } = request;
  const selection = {
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(services !== null && { services }),
  };
  const { passes, extension } = exportFormats[request.format];
  const total = passes * (await estimateRounds(history, selection));
  const progress = spaced(onProgress);
  let done = 0;
  const parts = await writeExport(request, {
    rounds: { [Symbol.asyncIterator]: () => selectRounds(history, selection) },
    signal,
    onRound: () => progress({ done: ++done, total }),
  });
  const { mediaType } = await exportFormats[request.format].load();
  const file = await spool(parts, mediaType);
  signal.throwIfAborted();
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`dozvon-${day}.${extension}`, file);
}

/** Every drawing of a page costs more than a round. */
function spaced(onProgress: Saving['onProgress']): Saving['onProgress'] {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < progressEveryMs) return;
    last = now;
    onProgress(progress);
  };
}
