import { parentPort, workerData } from 'node:worker_threads';
import { type Job, type Piece, simulate } from './simulate.ts';

const job = workerData as Job;
parentPort?.on('message', (piece: Piece) => void answer(piece));

async function answer(piece: Piece): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(await simulate(job, piece));
}
