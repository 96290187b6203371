import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/option.ts';

const options = {
  probes: wholeNumber(10, { help: 'so many probes, ten to a network', otherwise: 2000 }),
  days: wholeNumber(2, {
    help: 'so many days of checks, each of some 2,000 attempts a probe',
    otherwise: 25,
  }),
};

export const fleetSizeCommand: Command<typeof options> = {
  usage: 'npm run fleet-size -- [options]',
  summary: 'Fills a PostgreSQL of its own, and tells bytes and times',
  options,
  notes:
    'Exit status: 0 all in time, 1 a question took 2 s, 2 bad usage, 3 no room or no PostgreSQL.',
};
