import { Worker } from 'node:worker_threads';
import type { Tally } from './count/tally.ts';
import { combine, type Job } from './simulate.ts';

/** Divides a job among workers. The result does not depend on their number. */
export async function runWorkers(job: Job, workers: number): Promise<Tally[]> {
  const parts = Array.from({ length: workers }, (_, worker) => runWorker(job, { worker, workers }));
  return combine(job, await Promise.all(parts));
}

function runWorker(job: Job, part: { worker: number; workers: number }): Promise<Tally[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { job, part },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`A worker ended with status ${status}`)));
  });
}
