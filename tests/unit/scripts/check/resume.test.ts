import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { StretchRequest } from '../../../../lib/model/history-stretch.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Ask } from '../../../../scripts/check/ask.ts';
import type { LastRound } from '../../../../scripts/check/output-files.ts';
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
  expect(lastGiven({ ...options, output })).toEqual({ last: [] });

  writeFileSync(output, 'shopping list\n');

  expect(lastGiven({ ...options, output })).toEqual({
    problem: `--resume: found ${JSON.stringify(output)}, which cannot be gone on with (its last line is no round); allowed: a file of an earlier check with --format jsonl`,
  });
});

it('finds the last round of each file, that of today first, as a clock that was ahead has made later ones', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-resume-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (day: string, text: string) =>
    writeFileSync(path.join(folder, `a-${day}.jsonl`), text);
  const line = (day: string) =>
    `{"schema":"dozvon.round/1","id":"round-${day}","startedAt":"${day}T12:00:00.000Z"}\n`;
  for (const day of ['2026-02-27', '2026-02-28', '2027-01-01']) write(day, line(day));
  write('2026-03-01', line('2026-03-01').slice(0, 30));
  write('2026-01-01', 'edited by somebody\n');

  const found = lastGiven(
    { ...options, output: path.join(folder, 'a.jsonl'), rotate: 'day' },
    new Date('2026-03-02T00:00:00.000Z'),
  );

  expect(found).toEqual({
    last: ['2026-02-28', '2026-02-27', '2027-01-01'].map((day) => ({
      id: `round-${day}`,
      startedAt: `${day}T12:00:00.000Z`,
    })),
  });
  expect(readFileSync(path.join(folder, 'a-2026-03-01.jsonl'), 'utf8')).toBe('');
});

it('shortens no file through a link, which may have the day in its name', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-resume-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const other = path.join(folder, 'other');
  writeFileSync(other, '{"sch');
  const link = path.join(folder, 'a-2026-03-01.jsonl');
  symlinkSync(other, link);

  const given = lastGiven({ ...options, output: path.join(folder, 'a.jsonl'), rotate: 'day' });

  expect(given).toEqual({
    problem: `--resume: found ${JSON.stringify(link)}, which cannot be gone on with (it is a symbolic link); allowed: a file of an earlier check with --format jsonl`,
  });
  expect(readFileSync(other, 'utf8')).toBe('{"sch');
});

/** A profile with rounds in the order of recording, and what was asked of it. */
function profileOf(history: readonly Pick<Round, 'id' | 'startedAt'>[]) {
  const requests: StretchRequest[] = [];
  const ask = (async (_name: 'getRounds', request: StretchRequest) => {
    requests.push(request);
    const { after, from, to } = request;
    const begin = after ?? 0;
    const rounds = history
      .slice(begin, begin + 2)
      .filter(({ startedAt }) => from === null || startedAt >= from)
      .filter(({ startedAt }) => to === null || startedAt < to)
      .map((one) => exampleRound(one));
    return {
      rounds,
      read: 2,
      total: history.length,
      last: begin + 2 < history.length ? begin + 2 : null,
    };
  }) as Ask;
  return { ask, requests };
}

async function idsSince(ask: Ask, ...last: LastRound[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of roundsSince(ask, last)) ids.push(id);
  return ids;
}

type Last = LastRound;

const at = (minute: number) => `2026-03-01T12:${String(minute).padStart(2, '0')}:00.000Z`;
const roundAt = (id: string, minute: number) => ({ id, startedAt: at(minute) });

it('gives all stretches of the rounds since, without those that were given', async () => {
  const history = ['old', 'older', 'before', 'given', 'resumed', 'later', 'latest'].map(roundAt);

  expect(await idsSince(profileOf(history).ask, roundAt('given', 3))).toEqual([
    'resumed',
    'later',
    'latest',
  ]);
  expect(await idsSince(profileOf(history).ask, roundAt('latest', 6))).toEqual([]);
});

it('goes by the order of recording, whatever a clock that was ahead has made of the times', async () => {
  const history = [
    roundAt('before', 1),
    roundAt('given', 50),
    roundAt('resumed', 2),
    roundAt('later', 51),
    roundAt('latest', 3),
  ];

  expect(await idsSince(profileOf(history).ask, roundAt('given', 50))).toEqual([
    'resumed',
    'later',
    'latest',
  ]);
});

it('gives nothing twice where a clock was ahead, or behind, for a file or two', async () => {
  const history = [
    roundAt('monday', 1),
    roundAt('ahead', 50),
    roundAt('tuesday', 20),
    roundAt('behind', 0),
    roundAt('wednesday', 30),
    roundAt('resumed', 40),
  ];
  const [monday, ahead, tuesday, behind, wednesday] = history as [Last, Last, Last, Last, Last];
  const since = (...last: Last[]) => idsSince(profileOf(history).ask, ...last);

  expect(await since(wednesday, ahead, tuesday, monday, behind)).toEqual(['resumed']);
  expect(await since(ahead, wednesday, tuesday, monday, behind)).toEqual(['resumed']);
  expect(await since(tuesday, behind, ahead, monday)).toEqual(['wednesday', 'resumed']);
  expect(await since()).toEqual([]);
});

it('asks for whole rounds only from the stretch on that has the last one', async () => {
  const history = ['a', 'b', 'c', 'd', 'e', 'f'].map(roundAt);
  const { ask, requests } = profileOf(history);

  await idsSince(ask, roundAt('e', 4));

  expect(requests.map(({ after, from }) => [after, from])).toEqual([
    [null, at(4)],
    [2, at(4)],
    [4, at(4)],
    [4, null],
  ]);
});

it('goes by the time where the profile has the last one no more', async () => {
  const history = [roundAt('before', 1), roundAt('later', 3), roundAt('latest', 4)];

  expect(await idsSince(profileOf(history).ask, roundAt('deleted', 2))).toEqual([
    'later',
    'latest',
  ]);
});
