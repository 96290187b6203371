import { describe, expect, it } from 'vitest';
import { accuracyCommand } from '../../../scripts/accuracy/command.ts';
import { checkCommand } from '../../../scripts/check/command.ts';
import type { Command, Options } from '../../../scripts/command-line/command.ts';
import { helpText } from '../../../scripts/command-line/help.ts';
import { fleetSizeCommand } from '../../../scripts/fleet-size/command.ts';
import { labCommand, soakCommand } from '../../../scripts/lab/commands.ts';
import { uploadsCommand } from '../../../scripts/uploads/command.ts';

const commands: [name: string, command: Command<Options>][] = [
  ['accuracy', accuracyCommand],
  ['check', checkCommand],
  ['fleet-size', fleetSizeCommand],
  ['lab', labCommand],
  ['soak', soakCommand],
  ['uploads', uploadsCommand],
];

describe('the help of a command', () => {
  it('has a line for each option with its value, explanation and default', () => {
    expect(helpText(soakCommand)).toMatchInlineSnapshot(`
      "Runs round after round in one browser, with faults by chance.

      npm run soak -- [options]

        --rounds N                                so many rounds (200)
        --kills N                                 instead kills the browser so often
                                                  while it writes the history, and
                                                  looks what is left of that
        --during checks|deletion|probe|version-1  with --kills: while it writes that,
        |version-2|version-3                      or brings a version's history up to
                                                  date; probe: while npm run check
                                                  runs for long (checks)
        --seed N                                  the faults of an earlier run
        --browser chromium|firefox                in which browser (chromium)
        --help                                    prints this

      Exit status: 0 all as allowed, 1 complaints, 2 bad usage, 3 no lab possible.
      "
    `);
  });

  it.each(commands)('fits into a terminal: %s', (_name, command) => {
    for (const line of helpText(command).split('\n')) {
      expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it('names an option as a person types it', () => {
    expect(helpText(checkCommand)).toContain('  --interval SECONDS  ');
    expect(helpText(checkCommand)).not.toContain('intervalSeconds');
  });
});
