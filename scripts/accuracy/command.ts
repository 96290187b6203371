import type { Command } from '../command-line/command.ts';
import { place, wholeNumber } from '../command-line/option.ts';

const options = {
  rounds: wholeNumber(1, {
    help: 'so many benign rounds, and as many with interference',
    otherwise: 60_000,
  }),
  pairs: wholeNumber(0, {
    help: 'so many rounds of each two faults at once',
    otherwise: 150,
  }),
  handRounds: wholeNumber(0, {
    name: 'by-hand',
    help: 'so many rounds of each benign situation by hand',
    otherwise: 100,
  }),
  seed: wholeNumber(0, { help: 'the chances of an earlier run', otherwise: 2026 }),
  kept: place('file', {
    help: 'keeps what is counted in FILE, from which a run that was stopped goes on',
  }),
};

export const accuracyCommand: Command<typeof options> = {
  usage: 'npm run accuracy -- [options]',
  summary: 'Counts wrong verdicts in simulated rounds, and writes docs/accuracy.md',
  options,
  notes:
    'Exit status: 0 all promises kept, 1 some missed, 2 bad usage.\n' +
    'FILE knows the versions of the rules and the catalogue: use another once other code has changed.',
};
