import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { StretchRequest } from '../../../../lib/model/history-stretch.ts';
import type { Ask } from '../../../../scripts/check/ask.ts';
import { lastGiven, problemOfFiles, roundsSince } from '../../../../scripts/check/resume.ts';
import { exampleRound } from '../../export/example-round.ts';

const options = {
  resume: true,
  rotate: 'never',
  output: '/data/a.jsonl',
  format: 'jsonl',
} as const;

it('wants a file of JSON Lines', () => {
  expect(problemOfFiles(options)).toBeNull();
  expect(problemOfFiles({ ...options, output: null })).toBe(
    '--resume: found without a file; allowed: with --output',
  );
  expect(problemOfFiles({ ...options, format: 'csv' })).toBe(
    '--resume: found --format csv; allowed: --format jsonl',
  );
  expect(problemOfFiles({ ...options, resume: false, output: null, rotate: 'day' })).toBe(
    '--rotate: found "day" without a file; allowed: with --output',
  );
});

it('says which file it cannot go on with, and why', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-resume-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const output = path.join(folder, 'a.jsonl');
  expect(lastGiven({ ...options, output })).toEqual({ last: null });

  writeFileSync(output, 'shopping list\n');

  expect(lastGiven({ ...options, output })).toEqual({
    problem: `--resume: found ${JSON.stringify(output)}, which cannot be gone on with (its last line is no round); allowed: a file of an earlier check with --format jsonl`,
  });
});

it('gives all stretches of the rounds since, without the last one that was given', async () => {
  const ids = ['given', 'resumed', 'later', 'latest'];
  const requests: StretchRequest[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const ask = (async (_name: 'getRounds', request: StretchRequest) => {
    requests.push(request);
    const from = request.after ?? 0;
    const rounds = ids.slice(from, from + 2).map((id) => exampleRound({ id }));
    return { rounds, read: 2, total: 4, last: from + 2 < ids.length ? from + 2 : null };
  }) as Ask;

  const found: string[] = [];
  const last = { id: 'given', startedAt: '2026-03-01T12:00:00.000Z' };
  for await (const { id } of roundsSince(ask, last)) found.push(id);

  expect(found).toEqual(['resumed', 'later', 'latest']);
  expect(requests.map(({ from, after }) => [from, after])).toEqual([
    [last.startedAt, null],
    [last.startedAt, 2],
  ]);
});
