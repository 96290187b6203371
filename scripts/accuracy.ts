import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { catalog } from '../lib/catalog/index.ts';
import { logicVersion } from '../lib/diagnose/round.ts';
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
const { rounds, pairs, handRounds, seed, help } = parsed.options;
if (help) {
  process.stdout.write(helpText(accuracyCommand));
  process.exit(0);
}
console.error(`Simulating ${rounds.toLocaleString('en')} benign rounds and more, seed ${seed} …`);
const tallies = await runWorkers(
  { rounds, pairRounds: pairs, handRounds, seed },
  Math.min(2, availableParallelism()),
);
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
