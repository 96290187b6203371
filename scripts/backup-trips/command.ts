import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/option.ts';

const options = {
  histories: wholeNumber(1, { help: 'so many generated histories', otherwise: 10_000 }),
  seed: wholeNumber(0, { help: 'the histories of an earlier run', otherwise: 2026 }),
};

export const backupTripsCommand: Command<typeof options> = {
  usage: 'npm run backup-trips -- [options]',
  summary: 'Backs generated histories up, deletes and restores them, and compares all bytes',
  options,
  notes: 'Exit status: 0 all came back, 1 one did not, 2 bad usage.',
};
