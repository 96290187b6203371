import { Worker } from 'node:worker_threads';
import type { Reckoning } from './reckon.ts';

export interface Job {
  probes: number;
  /** For each probe. */
  rounds: number;
  seed: number;
}

export interface Part {
  worker: number;
  workers: number;
}

/** Of one probe that is over. */
export interface Progress {
  reckoning: Reckoning;
  /** Of the thread; at each quarter of its probes, else null. */
  heapMegabytes: number | null;
}

/** Simulates the probes, divided among threads. The result does not depend on their number. */
export async function runWorkers(
  job: Job,
  workers: number,
  onProgress: (progress: Progress, worker: number) => void,
): Promise<void> {
  const parts = Array.from({ length: workers }, (_, worker) => ({ worker, workers }));
  await Promise.all(
    parts.map((part) => runWorker(job, part, (progress) => onProgress(progress, part.worker))),
  );
}

function runWorker(job: Job, part: Part, onProgress: (progress: Progress) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { job, part },
    });
    worker.on('message', onProgress);
    worker.once('error', reject);
    worker.once('exit', (status) =>
      status === 0 ? resolve() : reject(new Error(`A worker ended with status ${status}`)),
    );
  });
}
