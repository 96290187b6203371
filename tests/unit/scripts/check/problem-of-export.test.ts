import { expect, it } from 'vitest';
import { problemOfExport } from '../../../../scripts/check/problem-of-export.ts';

const none = { export: null, from: null, to: null, profile: null, output: null };
const some = { ...none, export: '/tmp/a.csv', profile: '/tmp' };

it.each([
  ['nothing is to be exported', none],
  ['there is a profile', some],
  ['a period is given', { ...some, from: '2026-03-01', to: '2026-03-01' }],
])('is none where %s', (_case, options) => {
  expect(problemOfExport(options)).toBeNull();
});

it.each([
  [{ ...none, from: '2026-03-01' }, '--from: allowed only with --export'],
  [{ ...none, to: '2026-03-01' }, '--to: allowed only with --export'],
  [{ ...some, profile: null }, '--export: found "/tmp/a.csv", without a history'],
  [{ ...some, profile: '/nowhere' }, '--export: found "/tmp/a.csv", without a history'],
  [{ ...some, output: '/tmp/b' }, '--export: found "/tmp/a.csv" and an --output'],
  [{ ...some, export: '/tmp/a.txt' }, 'allowed: a name that ends in .json, .jsonl, .csv, '],
  [{ ...some, export: '/nowhere/a.csv' }, '--export: found "/nowhere/a.csv", which cannot be'],
  [{ ...some, from: '2026-03-02', to: '2026-03-01' }, 'allowed: a day from 2026-03-02'],
])('%j is refused: %s', (options, message) => {
  expect(problemOfExport(options)).toContain(message);
});
