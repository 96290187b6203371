import { describe, expect, it } from 'vitest';
import { parseLabArguments, parseSoakArguments } from '../../../scripts/lab/arguments.ts';

describe('the options of the lab', () => {
  it('have defaults', () => {
    expect(parseLabArguments([])).toEqual({
      ok: true,
      options: {
        only: null,
        core: false,
        seed: null,
        repeat: 1,
        workers: 6,
        report: null,
        list: false,
        browser: 'chromium',
        help: false,
      },
    });
  });

  it('are read, with either way to give a value', () => {
    const argv = ['--only', 'WhatsApp', '--core', '--seed=0', '--repeat', '3', '--workers=2'];

    expect(parseLabArguments([...argv, '--report=r.json', '--browser', 'firefox'])).toMatchObject({
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

  it('run half as many worlds side by side in Firefox', () => {
    const parsed = parseLabArguments(['--browser=firefox']);

    expect(parsed).toMatchObject({ ok: true, options: { browser: 'firefox', workers: 3 } });
  });

  it.each([
    [['--seed', '-1'], '--seed: found "-1"; allowed: a whole number from 0'],
    [['--seed=1.5'], '--seed: found "1.5"; allowed: a whole number from 0'],
    [['--repeat=0'], '--repeat: found "0"; allowed: a whole number from 1'],
    [['--workers', 'all'], '--workers: found "all"; allowed: a whole number from 1'],
    [['--browser=opera'], '--browser: found "opera"; allowed: chromium, firefox'],
    [['--core=yes'], '--core: found "yes"; it takes no value'],
    [['--only'], '--only: found nothing; a value must follow'],
    [['--only='], '--only: found ""; allowed: any text'],
    [['--sed=1'], 'Found "--sed"; allowed: --only, --core, --seed'],
    [['WhatsApp'], 'Found "WhatsApp"; allowed: --only, --core, --seed'],
  ])('%j says what is wrong and what is allowed', (argv, message) => {
    const parsed = parseLabArguments(argv);

    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

describe('the options of the soak', () => {
  it.each([
    [[], { rounds: 200, seed: null }],
    [['--rounds', '5', '--seed', '7'], { rounds: 5, seed: 7 }],
  ])('%j', (argv, options) => {
    expect(parseSoakArguments(argv)).toMatchObject({ ok: true, options });
  });

  it('do not include those of the lab', () => {
    expect(parseSoakArguments(['--core'])).toMatchObject({ ok: false });
  });
});
