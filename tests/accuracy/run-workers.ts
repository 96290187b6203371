import { Worker } from 'node:worker_threads';
import type { Tally } from './count/tally.ts';
import type { KeptPieces } from './kept-pieces.ts';
import { combine, type Job, type Piece, piecesOf } from './simulate.ts';

export interface WorkersOptions {
  workers: number;
  /** What earlier runs of the job have done. */
  kept: KeptPieces;
}

/** Divides a job among workers. The result depends neither on their number nor on what was kept. */
export async function runWorkers(job: Job, { workers, kept }: WorkersOptions): Promise<Tally[]> {
  const pieces = piecesOf(job);
  const waiting = pieces.filter((piece) => kept.tallyOf(piece) === undefined);
  await Promise.all(Array.from({ length: workers }, () => runWorker(job, waiting, kept)));
  return combine(
    job,
    pieces.flatMap((piece) => kept.tallyOf(piece) ?? []),
  );
}

/** Has one thread take pieces while any wait. */
function runWorker(job: Job, waiting: Piece[], kept: KeptPieces): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job });
    let piece = waiting.shift();
    const next = () => {
      if (piece === undefined) void worker.terminate();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      else worker.postMessage(piece);
    };
    worker.on('message', (tally: Tally) => {
      if (piece !== undefined) kept.keep(piece, tally);
      piece = waiting.shift();
      next();
    });
    worker.once('error', reject);
    worker.once('exit', (status) => {
      if (piece === undefined) resolve();
      else reject(new Error(`A worker ended with status ${status}`));
    });
    next();
  });
}
