import { deepStrictEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { anyHistory, takeTrip } from '../tests/helpers/backup-trip.ts';
import { backupTripsCommand } from './backup-trips/command.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';

const parsed = parseArguments(backupTripsCommand, process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.message);
  process.exit(2);
}
const { histories, seed, help } = parsed.options;
if (help) {
  process.stdout.write(helpText(backupTripsCommand));
  process.exit(0);
}
let rounds = 0;
try {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const { before, after } = await takeTrip(history);
      deepStrictEqual(after, before);
      rounds += history.rounds.length;
    }),
    { numRuns: histories, seed },
  );
  console.log(`${histories} histories with ${rounds} checks came back with the same bytes.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
