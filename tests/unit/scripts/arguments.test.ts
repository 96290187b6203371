import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormatIds } from '../../../lib/export/formats.ts';
import { parseCheckArguments } from '../../../scripts/check/arguments.ts';

const messageOf = (...argv: string[]): string | null => {
  const parsed = parseCheckArguments(argv);
  return parsed.ok ? null : parsed.message;
};

const formats = ['table', ...exportFormatIds].join(', ');

describe('parseCheckArguments', () => {
  it('checks once, as a table, in Chromium, when nothing is asked', () => {
    expect(parseCheckArguments([])).toEqual({
      ok: true,
      options: {
        format: 'table',
        rounds: 1,
        intervalSeconds: 60,
        services: null,
        browser: 'chromium',
        output: null,
        profile: null,
        help: false,
      },
    });
  });

  it('takes every option, with a space or an equals sign', () => {
    const spaced = ['--format', 'csv', '--rounds', '3', '--interval', '0.5', '--output', 'a b.csv'];
    const joined = ['--services=telegram,whatsapp,telegram', '--profile=p', '--browser=firefox'];

    expect(parseCheckArguments([...spaced, ...joined])).toMatchObject({
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

  it('takes no rounds for rounds until it is stopped', () => {
    expect(parseCheckArguments(['--rounds', '0'])).toMatchObject({
      ok: true,
      options: { rounds: 0 },
    });
  });

  it.each([['--help'], ['-h']])('knows %s', (option) => {
    expect(parseCheckArguments([option])).toMatchObject({ ok: true, options: { help: true } });
  });

  it.each([
    [['--format', 'xml'], `--format: found "xml"; allowed: ${formats}`],
    [['--format', ''], `--format: found ""; allowed: ${formats}`],
    [['--format'], '--format: found nothing; a value must follow'],
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
  ])('refuses %j and says what may be', (argv, message) => {
    expect(messageOf(...argv)).toBe(message);
  });

  it('names the services that may be chosen where one is unknown', () => {
    const message = messageOf('--services', 'telegram,icq');

    expect(message).toMatch(/^--services: found "icq"; allowed, .*: .*\btelegram\b/);
  });

  it.each([
    [['--fromat', 'json'], 'Found "--fromat", which is no option; allowed: --format, --rounds'],
    [['-x'], 'Found "-x", which is no option; allowed: --format'],
    [['--no-format'], 'Found "--no-format", which is no option'],
    [['--__proto__=1'], 'Found "--__proto__", which is no option'],
    [['json'], 'Found "json", but only options are allowed: --format'],
    [['--', '--format'], 'Found "--format", but only options are allowed'],
  ])('refuses %j, which is no option', (argv, beginning) => {
    expect(messageOf(...argv)).toContain(beginning);
  });

  it('never throws, and never says more than one line', () => {
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
