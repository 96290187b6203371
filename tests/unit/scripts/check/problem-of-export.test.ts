import { expect, it } from 'vitest';
import { problemOfExport } from '../../../../scripts/check/problem-of-export.ts';

const none: Parameters<typeof problemOfExport>[0] = {
  format: 'table',
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
const some: typeof none = { ...none, export: '/tmp/a.csv', profile: '/tmp' };

it.each<[string, typeof none]>([
  ['nothing is to be exported', none],
  ['there is a profile', some],
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
  [{ ...some, profile: null }, '--export: found "/tmp/a.csv", without a history'],
  [{ ...some, profile: '/nowhere' }, '--export: found "/tmp/a.csv", without a history'],
  [{ ...some, output: '/tmp/b' }, '--export: found "/tmp/a.csv" and an --output'],
  [{ ...some, export: '/tmp/a.txt' }, 'allowed: a name that ends in .json, .jsonl, .csv, '],
  [{ ...some, export: '/nowhere/a.csv' }, '--export: found "/nowhere/a.csv", which cannot be'],
  [{ ...some, from: '2026-03-02', to: '2026-03-01' }, 'allowed: a day from 2026-03-02'],
])('%j is refused: %s', (options, message) => {
  expect(problemOfExport(options)).toContain(message);
});
