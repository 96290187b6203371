import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../scripts/command-line/parse.ts';
import { labCommand, soakCommand, workersFor } from '../../../../scripts/lab/commands.ts';

describe('the options of the lab', () => {
  it('have defaults', () => {
    expect(parseArguments(labCommand, [])).toEqual({
      ok: true,
      options: {
        only: null,
        family: null,
        core: false,
        seed: null,
        repeat: 1,
        workers: null,
        report: null,
        leavesOutHome: false,
        wire: false,
        output: null,
        compare: false,
        unplayed: false,
        list: false,
        browser: 'chromium',
        help: false,
      },
    });
  });

  it('are read, with either way to give a value', () => {
    const argv = ['--only', 'WhatsApp', '--core', '--seed=0', '--repeat', '3', '--workers=2'];

    expect(
      parseArguments(labCommand, [...argv, '--report=r.json', '--browser', 'firefox']),
    ).toMatchObject({
      ok: true,
      options: {
        only: 'WhatsApp',
        core: true,
        seed: 0,
        repeat: 3,
        workers: 2,
        report: 'r.json',
        browser: 'firefox',
      },
    });
  });

  it('run half as many worlds side by side in Firefox, where nobody says how many', () => {
    expect(workersFor({ browser: 'chromium', workers: null })).toBe(6);
    expect(workersFor({ browser: 'firefox', workers: null })).toBe(3);
    expect(workersFor({ browser: 'firefox', workers: 5 })).toBe(5);
  });

  it.each([
    [['--seed', '-1'], '--seed: found "-1"; allowed: a whole number from 0'],
    [['--seed=1.5'], '--seed: found "1.5"; allowed: a whole number from 0'],
    [['--repeat=0'], '--repeat: found "0"; allowed: a whole number from 1'],
    [['--workers', 'all'], '--workers: found "all"; allowed: a whole number from 1'],
    [['--browser=opera'], '--browser: found "opera"; allowed: chromium, firefox'],
    [['--core=yes'], '--core: found "yes"; it takes no value'],
    [['--only'], '--only: found nothing; allowed: any text'],
    [['--only='], '--only: found ""; allowed: any text'],
    [['--report='], '--report: found ""; allowed: the path of a file'],
    [['--sed=1'], 'Found "--sed", which is no option; allowed: --only, --family, --core, --seed'],
    [
      ['WhatsApp'],
      'Found "WhatsApp", but only options are allowed: --only, --family, --core, --seed',
    ],
  ])('%j says what is wrong and what is allowed', (argv, message) => {
    const parsed = parseArguments(labCommand, argv);

    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

describe('the options of the soak', () => {
  it.each([
    [[], { rounds: 200, kills: null, seed: null }],
    [['--rounds', '5', '--seed', '7'], { rounds: 5, kills: null, seed: 7 }],
    [['--kills', '9'], { rounds: 200, kills: 9, seed: null }],
  ])('%j', (argv, options) => {
    expect(parseArguments(soakCommand, argv)).toMatchObject({ ok: true, options });
  });

  it('do not include those of the lab', () => {
    expect(parseArguments(soakCommand, ['--core'])).toMatchObject({ ok: false });
  });
});
