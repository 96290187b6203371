import { parentPort, workerData } from 'node:worker_threads';
import { type Job, type Part, simulate } from './simulate.ts';

const { job, part } = workerData as { job: Job; part: Part };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await simulate(job, part));
