import { expect, it } from 'vitest';
import { createRotatingResult } from '../../../../scripts/check/rotating-result.ts';
import { exampleRound } from '../../export/example-round.ts';

function aStage() {
  const calls: string[] = [];
  const result = createRotatingResult(
    ({ startedAt }) => startedAt.slice(0, 10),
    (file) => ({
      add: async ({ id }) => void calls.push(`${file} ${id}`),
      async end() {
        calls.push(`${file} ends`);
        return true;
      },
    }),
  );
  return { calls, result };
}

const on = (day: number, id: string) =>
  exampleRound({ id, startedAt: `2026-03-0${day}T12:00:00.000Z` });

it('completes a file before the next begins', async () => {
  const { calls, result } = aStage();

  for (const round of [on(1, 'a'), on(1, 'b'), on(2, 'c')]) await result.add(round);

  expect(await result.end()).toBe(true);
  expect(calls).toEqual([
    '2026-03-01 a',
    '2026-03-01 b',
    '2026-03-01 ends',
    '2026-03-02 c',
    '2026-03-02 ends',
  ]);
});

it('writes nothing without a round, and nothing after the end', async () => {
  const { calls, result } = aStage();

  expect(await result.end()).toBe(false);
  await result.add(on(1, 'late'));

  expect(calls).toEqual([]);
});

it('begins no file anew that is complete, where the clock is set back', async () => {
  const { calls, result } = aStage();

  for (const round of [on(1, 'a'), on(5, 'ahead'), on(1, 'b'), on(2, 'c'), on(1, 'd')]) {
    await result.add(round);
  }
  await result.end();

  expect(calls).toEqual([
    '2026-03-01 a',
    '2026-03-01 ends',
    '2026-03-05 ahead',
    '2026-03-05 b',
    '2026-03-05 ends',
    '2026-03-02 c',
    '2026-03-02 d',
    '2026-03-02 ends',
  ]);
});
