import { describe, expect, it } from 'vitest';
import { accuracyCommand } from '../../../../scripts/accuracy/command.ts';
import { parseArguments } from '../../../../scripts/command-line/parse.ts';
import { tuningSeed } from '../../../accuracy/simulate.ts';

const defaults = { rounds: 60_000, pairs: 150, handRounds: 100, seed: 2026, kept: null };

describe('the options of npm run accuracy', () => {
  it('default to 60,000 rounds, 150 of each pair, 100 by hand and a seed of their own', () => {
    expect(parseArguments(accuracyCommand, [])).toEqual({
      ok: true,
      options: { ...defaults, help: false },
    });
  });

  it('default to a seed other than that of tuning', () => {
    const parsed = parseArguments(accuracyCommand, []);

    expect(parsed).not.toMatchObject({ options: { seed: tuningSeed } });
  });

  it('are read as given', () => {
    const typed = ['--rounds', '60', '--pairs', '0', '--by-hand', '20', '--seed=0', '--kept', 'f'];

    expect(parseArguments(accuracyCommand, typed)).toEqual({
      ok: true,
      options: { rounds: 60, pairs: 0, handRounds: 20, seed: 0, kept: 'f', help: false },
    });
  });

  it.each([
    { argv: ['--rounds', 'many'], says: '--rounds: found "many"' },
    { argv: ['--rounds', '0'], says: '--rounds: found "0"' },
    { argv: ['--seed', '1.5'], says: '--seed: found "1.5"' },
    { argv: ['--sed', '1'], says: '--sed' },
    { argv: ['1'], says: '1' },
  ])('are rejected with the value found: $argv', ({ argv, says }) => {
    const parsed = parseArguments(accuracyCommand, argv);

    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(says) });
  });
});
