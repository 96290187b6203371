import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { Job, Part, Progress } from './run-workers.ts';
import { startSharedStub } from './shared-stub.ts';
import { simulateWeek } from './simulate-week.ts';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** Megabytes of this thread's heap that are in use. */
function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const { job, part } = workerData as { job: Job; part: Part };
const numbers = Array.from({ length: job.probes }, (_, probe) => probe).filter(
  (probe) => probe % part.workers === part.worker,
);
const stub = await startSharedStub();
const quarter = Math.ceil(numbers.length / 4);
for (const [index, probe] of numbers.entries()) {
  const reckoning = await simulateWeek({ probe, rounds: job.rounds, seed: job.seed }, stub);
  const isQuarter = (index + 1) % quarter === 0 || index + 1 === numbers.length;
  const progress: Progress = { reckoning, heapMegabytes: isQuarter ? heapMegabytes() : null };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(progress);
}
await stub.close();
