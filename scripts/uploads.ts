import { availableParallelism } from 'node:os';
import type { Reckoning } from '../tests/uploads/reckon.ts';
import { runWorkers } from '../tests/uploads/run-workers.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { uploadsCommand } from './uploads/command.ts';
import { complaintsOf } from './uploads/judge.ts';

const parsed = parseArguments(uploadsCommand, process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.message);
  process.exit(2);
}
const { help, ...job } = parsed.options;
if (help) {
  process.stdout.write(helpText(uploadsCommand));
  process.exit(0);
}
const mostComplaints = 20;
const total: Reckoning = {
  rounds: 0,
  delivered: 0,
  dropped: 0,
  gone: 0,
  unique: 0,
  again: 0,
  refused: 0,
  requests: 0,
  kills: 0,
  complaints: [],
};
const { complaints, ...counts } = total;
const threads = Math.min(2, availableParallelism());
const heaps = Array.from({ length: threads }, (): number[] => []);
await runWorkers(job, threads, (progress, worker) => {
  const { reckoning, heapMegabytes } = progress;
  for (const name of Object.keys(counts) as (keyof typeof counts)[])
    counts[name] += reckoning[name];
  complaints.push(...reckoning.complaints);
  if (heapMegabytes === null) return;
  heaps[worker]?.push(Math.round(heapMegabytes));
  console.error(
    `${counts.rounds.toLocaleString('en')} checks so far, ${complaints.length} complaints`,
  );
});
const say = (count: number) => count.toLocaleString('en');
console.log(
  [
    `${say(job.probes)} probes, ${say(counts.rounds)} checks, seed ${job.seed}`,
    `delivered ${say(counts.delivered)}, dropped ${say(counts.dropped)}, deleted before ${say(counts.gone)}`,
    `${say(counts.requests)} requests, ${say(counts.kills)} kills between an answer and its note`,
    `records: ${say(counts.unique)} unique, ${say(counts.again)} came again, ${say(counts.refused)} refused`,
    `lost or double: ${say(complaints.length)}`,
    ...heaps.map(
      (heap, thread) => `heap of thread ${thread + 1} at each quarter: ${heap.join(', ')} MB`,
    ),
  ].join('\n'),
);
const all = [...complaintsOf({ ...counts, heaps }), ...complaints];
for (const complaint of all.slice(0, mostComplaints)) console.error(complaint);
process.exitCode = all.length === 0 ? 0 : 1;
