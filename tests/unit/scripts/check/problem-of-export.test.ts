import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stampFileOf } from '../../../../scripts/browser/chromium-profile.ts';
import { prepareFirefoxProfile } from '../../../../scripts/browser/firefox-profile.ts';
import { problemOfExport } from '../../../../scripts/check/problem-of-export.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dozvon-export-'));
const file = path.join(folder, 'a.csv');
const [ofChromium, ofFirefox, ofBoth, ofNone] = ['chromium', 'firefox', 'both', 'none'].map(
  (name) => path.join(folder, name),
) as [string, string, string, string];
for (const profile of [ofChromium, ofFirefox, ofBoth, ofNone]) mkdirSync(profile);
for (const profile of [ofChromium, ofBoth]) writeFileSync(stampFileOf(profile), 'a hash');
for (const profile of [ofFirefox, ofBoth]) prepareFirefoxProfile(profile, 'dozvon@dozvon.invalid');
// What Firefox writes by itself.
writeFileSync(path.join(ofNone, 'user.js'), 'user_pref("a.b", 1);');
afterAll(() => rmSync(folder, { recursive: true }));

const none: Parameters<typeof problemOfExport>[0] = {
  format: 'table',
  browser: 'chromium',
  export: null,
  from: null,
  to: null,
  dialect: 'comma',
  label: null,
  localTime: false,
  leavesOutAddresses: false,
  route: false,
  profile: null,
  output: null,
  rounds: 1,
  intervalSeconds: 60,
  catalog: null,
  leavesOutHome: false,
};
const some: typeof none = { ...none, export: file, profile: ofChromium };
const firefox: typeof none = { ...some, browser: 'firefox', profile: ofFirefox };
const inFormat = (extension: string, shape: Partial<typeof none>): typeof none => ({
  ...some,
  export: path.join(folder, `a.${extension}`),
  ...shape,
});

it.each<[string, typeof none]>([
  ['nothing is to be exported', none],
  ['there is a profile', some],
  ['the profile is of checks in Firefox, which is asked', firefox],
  ['Chromium is asked, and both have checked with the profile', { ...some, profile: ofBoth }],
  ['Firefox is asked, and both have checked with the profile', { ...firefox, profile: ofBoth }],
  [
    'the table in a bundle is to have more columns',
    inFormat('zip', { label: 'Home', localTime: true }),
  ],
  [
    'a Parquet file is to have more columns',
    inFormat('parquet', { label: 'Home', localTime: true }),
  ],
  ["OONI's envelope names the network", inFormat('ooni.jsonl.gz', { label: 'Home' })],
  ['the network is named in CSV', { ...none, format: 'verdicts', label: 'Home' }],
  [
    'it is to have another shape',
    {
      ...some,
      dialect: 'raw',
      label: 'Home',
      localTime: true,
      leavesOutAddresses: true,
      route: true,
    },
  ],
  ['a period is given', { ...some, from: '2026-03-01', to: '2026-03-01' }],
])('is none where %s', (_case, options) => {
  expect(problemOfExport(options)).toBeNull();
});

it.each<[typeof none, string]>([
  [{ ...none, from: '2026-03-01' }, '--from: allowed only with --export'],
  [{ ...none, to: '2026-03-01' }, '--to: allowed only with --export'],
  [{ ...none, dialect: 'raw' }, '--dialect: allowed only with --export'],
  [
    { ...none, label: 'Home' },
    '--label: allowed only with --export, and with csv, verdicts, changes',
  ],
  [{ ...none, format: 'jsonl', label: 'Home' }, '--label: allowed only with --export'],
  [{ ...none, localTime: true }, '--local-time: allowed only with --export'],
  [{ ...none, leavesOutAddresses: true }, '--leave-out-addresses: allowed only with --export'],
  [{ ...none, route: true }, '--route: allowed only with --export'],
  [{ ...some, format: 'jsonl' }, '--format: allowed only without --export, which checks nothing'],
  [{ ...some, rounds: 0 }, '--rounds: allowed only without --export'],
  [{ ...some, intervalSeconds: 5 }, '--interval: allowed only without --export'],
  [{ ...some, catalog: '/tmp/c.json' }, '--catalog: allowed only without --export'],
  [{ ...some, leavesOutHome: true }, '--leave-out-home: allowed only without --export'],
  [{ ...some, rounds: 2, format: 'csv' }, '--format: allowed only without --export'],
  [{ ...some, profile: null }, `--export: found "${file}", without a history`],
  [{ ...some, profile: '/nowhere' }, `--export: found "${file}", without a history`],
  [{ ...some, profile: ofNone }, `--export: found "${file}", without a history; allowed: with`],
  [{ ...firefox, profile: ofNone }, `--export: found "${file}", without a history`],
  [
    { ...some, profile: ofFirefox },
    `--profile: found "${ofFirefox}", of checks in Firefox; allowed: with --browser firefox`,
  ],
  [
    { ...firefox, profile: ofChromium },
    `--profile: found "${ofChromium}", of checks in Chromium; allowed: with --browser chromium`,
  ],
  [{ ...some, output: '/tmp/b' }, `--export: found "${file}" and an --output`],
  [{ ...some, export: '/tmp/a.txt' }, 'allowed: a name that ends in .json, .jsonl, .csv, '],
  [{ ...some, export: '/tmp/a.txt', profile: ofNone }, 'allowed: a name that ends in .json'],
  [
    inFormat('json', { dialect: 'semicolon' }),
    '--dialect: allowed only with .csv, .verdicts.csv, .changes.csv',
  ],
  [inFormat('zip', { dialect: 'raw' }), '--dialect: allowed only with .csv'],
  [
    inFormat('json', { label: 'Home' }),
    '--label: allowed only with .csv, .verdicts.csv, .changes.csv, .ooni.jsonl.gz, .parquet, .zip',
  ],
  [inFormat('jsonl', { label: 'Home' }), '--label: allowed only with .csv'],
  [inFormat('json', { localTime: true }), '--local-time: allowed only with .csv'],
  [
    inFormat('ooni.jsonl.gz', { localTime: true }),
    '--local-time: allowed only with .csv, .verdicts.csv, .changes.csv, .parquet, .zip',
  ],
  [{ ...some, export: '/nowhere/a.csv' }, '--export: found "/nowhere/a.csv", which cannot be'],
  [{ ...some, from: '2026-03-02', to: '2026-03-01' }, 'allowed: a day from 2026-03-02'],
])('%j is refused: %s', (options, message) => {
  expect(problemOfExport(options)).toContain(message);
});
