import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/option.ts';

const options = {
  probes: wholeNumber(1, { help: 'so many probes', otherwise: 1000 }),
  rounds: wholeNumber(1, {
    help: 'checks of each, one a quarter of an hour',
    otherwise: 672,
    otherwiseText: '672: a week',
  }),
  seed: wholeNumber(0, { help: 'the faults of an earlier run', otherwise: 2026 }),
};

export const uploadsCommand: Command<typeof options> = {
  usage: 'npm run uploads -- [options]',
  summary:
    'Has simulated probes upload their checks to an endpoint with faults, and counts what came',
  options,
  notes:
    'The endpoint is on this computer. Exit status: 0 each record came once or is counted, 1 one is lost or double, too many were refused or the heap grew, 2 bad usage.',
};
