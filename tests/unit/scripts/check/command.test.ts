import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../../../scripts/check/command.ts';
import { formats } from '../../../../scripts/check/format.ts';
import { parseArguments } from '../../../../scripts/command-line/parse.ts';

const messageOf = (...argv: string[]): string | null => {
  const parsed = parseArguments(checkCommand, argv);
  return parsed.ok ? null : parsed.message;
};

describe('the options of npm run check', () => {
  it('default to one round in Chromium, printed as a table', () => {
    expect(parseArguments(checkCommand, [])).toEqual({
      ok: true,
      options: {
        format: 'table',
        rounds: 1,
        intervalSeconds: 60,
        leavesOutHome: false,
        services: null,
        browser: 'chromium',
        dialect: 'comma',
        label: null,
        leavesOutAddresses: false,
        route: false,
        localTime: false,
        catalog: null,
        output: null,
        rotate: 'never',
        resume: false,
        profile: null,
        export: null,
        from: null,
        to: null,
        help: false,
      },
    });
  });

  it('accept a space or an equals sign before every value', () => {
    const spaced = ['--format', 'csv', '--rounds', '3', '--interval', '0.5', '--output', 'a b.csv'];
    const joined = ['--services=telegram,whatsapp,telegram', '--profile=p', '--browser=firefox'];

    expect(parseArguments(checkCommand, [...spaced, ...joined])).toMatchObject({
      ok: true,
      options: {
        format: 'csv',
        rounds: 3,
        intervalSeconds: 0.5,
        services: ['telegram', 'whatsapp'],
        browser: 'firefox',
        output: 'a b.csv',
        profile: 'p',
      },
    });
  });

  it('accept 0 rounds to run until stopped', () => {
    expect(parseArguments(checkCommand, ['--rounds', '0'])).toMatchObject({
      ok: true,
      options: { rounds: 0 },
    });
  });

  it.each([['--help'], ['-h']])('include %s', (option) => {
    expect(parseArguments(checkCommand, [option])).toMatchObject({
      ok: true,
      options: { help: true },
    });
  });

  it.each([
    [['--format', 'xml'], `--format: found "xml"; allowed: ${formats.join(', ')}`],
    [['--format', ''], `--format: found ""; allowed: ${formats.join(', ')}`],
    [['--format'], `--format: found nothing; allowed: ${formats.join(', ')}`],
    [['--rounds'], '--rounds: found nothing; allowed: a whole number from 0'],
    [['--output', '--rounds'], '--output: found nothing; allowed: the path of a file'],
    [['--label', '--route'], '--label: found nothing; allowed: any text'],
    [['--rounds', '1.5'], '--rounds: found "1.5"; allowed: a whole number from 0'],
    [['--rounds', '-1'], '--rounds: found "-1"; allowed: a whole number from 0'],
    [['--rounds', '1e3'], '--rounds: found "1e3"; allowed: a whole number from 0'],
    [['--interval', 'soon'], '--interval: found "soon"; allowed: seconds from 0 to 86400'],
    [['--interval', '-1'], '--interval: found "-1"; allowed: seconds from 0 to 86400'],
    [['--interval', '86401'], '--interval: found "86401"; allowed: seconds from 0 to 86400'],
    [['--browser', 'safari'], '--browser: found "safari"; allowed: chromium, firefox'],
    [['--output', ''], '--output: found ""; allowed: the path of a file'],
    [['--profile', ''], '--profile: found ""; allowed: the path of a folder'],
    [['--help=yes'], '--help: found "yes"; it takes no value'],
  ])('reject %j and say what is allowed', (argv, message) => {
    expect(messageOf(...argv)).toBe(message);
  });

  it.each([
    [['--fromat', 'json'], 'Found "--fromat", which is no option; allowed: --format, --rounds'],
    [['-x'], 'Found "-x", which is no option; allowed: --format'],
    [['--no-format'], 'Found "--no-format", which is no option'],
    [['--__proto__=1'], 'Found "--__proto__", which is no option'],
    [['json'], 'Found "json", but only options are allowed: --format'],
    [['--', '--format'], 'Found "--format", but only options are allowed'],
  ])('reject %j, which is no option', (argv, beginning) => {
    expect(messageOf(...argv)).toContain(beginning);
  });

  it('give any input a result or a message of one line', () => {
    const word = fc.oneof(
      fc.constantFrom('--format', '--rounds', '--services', '--output', '--help', '-', '--', '--='),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        expect(messageOf(...argv) ?? '').not.toMatch(/[\r\n]/);
      }),
    );
  });
});
