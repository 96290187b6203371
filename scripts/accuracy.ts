import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { catalog } from '../lib/catalog/index.ts';
import { logicVersion } from '../lib/diagnose/round.ts';
import { type KeptPieces, openKeptPieces } from '../tests/accuracy/kept-pieces.ts';
import { openFaults } from '../tests/accuracy/open-faults.ts';
import { writeDocument } from '../tests/accuracy/report/document.ts';
import { judgePromises } from '../tests/accuracy/report/promises.ts';
import { promiseTable } from '../tests/accuracy/report/tables.ts';
import { runWorkers } from '../tests/accuracy/run-workers.ts';
import { accuracyCommand } from './accuracy/command.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';

const parsed = parseArguments(accuracyCommand, process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.message);
  process.exit(2);
}
const { rounds, pairs, handRounds, seed, kept: file, help } = parsed.options;
if (help) {
  process.stdout.write(helpText(accuracyCommand));
  process.exit(0);
}
const job = { rounds, pairRounds: pairs, handRounds, seed };
const pieces = openKept();
if (pieces === null) process.exit(2);
console.error(`Simulating ${rounds.toLocaleString('en')} benign rounds and more, seed ${seed} …`);
const tallies = await runWorkers(job, {
  workers: Math.min(2, availableParallelism()),
  kept: pieces,
});
const promises = judgePromises(tallies);
writeFileSync(
  new URL('../docs/accuracy.md', import.meta.url),
  writeDocument({
    date: new Date().toISOString().slice(0, 10),
    seed,
    logicVersion,
    catalogVersion: catalog.version,
    tallies,
    promises,
    openFaults,
  }),
);
console.log(promiseTable(promises));
const missed = promises.filter(({ kept }) => !kept);
for (const { name, allowed, count, of } of missed) {
  console.error(`Missed: ${name}: ${count} of ${of} (allowed: ${allowed})`);
}
process.exit(missed.length === 0 ? 0 : 1);

/** Null, with a message, if the file holds another count. */
function openKept(): KeptPieces | null {
  try {
    return openKeptPieces(file, job);
  } catch (error) {
    console.error(`--kept: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
