import { expect, it, vi } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import type { Ask } from '../../../../scripts/check/ask.ts';
import { createLastingBrowser, type LastingParts } from '../../../../scripts/check/lasting.ts';
import { runRounds } from '../../../../scripts/check/run-rounds.ts';
import { exampleRound } from '../../export/example-round.ts';

const dayMs = 24 * 3_600_000;

/** Rounds that last a second, in browsers that die when the test says so. */
function createStage() {
  let time = 0;
  let bytes: number | null = null;
  const stage = {
    opened: 1,
    left: 0,
    rests: [] as number[],
    said: [] as string[],
    started: [] as string[],
    recorded: new Set<string>(),
    given: [] as string[],
    /** Whether the browser of this moment answers; those that are opened do. */
    answers: true,
    opens: true,
    running: null as { id: string; until: number } | null,
  };
  const replies = {
    startRound() {
      const id = `round-${stage.started.length + 1}`;
      stage.started.push(id);
      stage.running = { id, until: time + 1000 };
      return id;
    },
    getProgress() {
      if (stage.running === null || time < stage.running.until) return stage.running && running();
      stage.recorded.add(stage.running.id);
      stage.running = null;
      return null;
    },
    getRound: ({ id }: { id: string }) => (stage.recorded.has(id) ? exampleRound({ id }) : null),
    cancelRound() {
      stage.running = null;
      return true;
    },
  };
  const running = () => ({ roundId: stage.running?.id, services: [] });
  // The type of the reply depends on the request, which a table cannot express.
  const ask = (async (type: keyof typeof replies, request: { id: string }) => {
    if (!stage.answers) throw new Error('The browser is gone');
    return replies[type](request);
  }) as Ask;
  const parts: LastingParts = {
    session: {
      async leave() {
        stage.left += 1;
      },
      async open() {
        if (!stage.opens) throw new Error('It does not start');
        stage.opened += 1;
        stage.answers = true;
        return ask;
      },
    },
    now: () => time,
    async wait(ms) {
      if (ms !== 500) stage.rests.push(ms);
      time += ms;
    },
    say: (line) => stage.said.push(line),
    memory: () => bytes,
  };
  const browser = createLastingBrowser(ask, parts);
  const run = (rounds: number, onRound: (round: Round) => void = () => {}) =>
    runRounds(
      { rounds, intervalSeconds: 0, services: null },
      {
        ...parts,
        browser,
        ask: browser.ask,
        onRound(round) {
          stage.given.push(round.id);
          onRound(round);
        },
      },
    );
  const setBytes = (taken: number) => {
    bytes = taken;
  };
  const pass = (ms: number) => {
    time += ms;
  };
  return { stage, replies, run, setBytes, pass };
}

it('goes on with the round in another browser where one dies', async () => {
  const { stage, replies, run } = createStage();
  vi.spyOn(replies, 'getProgress').mockImplementationOnce(() => {
    stage.answers = false;
    throw new Error('Target closed');
  });

  await run(2);

  expect(stage).toMatchObject({ opened: 2, left: 1, rests: [1000] });
  expect(stage.started).toEqual(['round-1', 'round-2']);
  expect(stage.given).toEqual(['round-1', 'round-2']);
  expect(stage.said).toContain('Target closed; another browser starts in 1 s');
});

it('runs another round where the one of the dead browser was not recorded, in the same new browser', async () => {
  const { stage, replies, run } = createStage();
  vi.spyOn(replies, 'getProgress').mockImplementationOnce(() => {
    stage.answers = false;
    stage.running = null;
    throw new Error('Target closed');
  });

  await run(1);

  expect(stage.opened).toBe(2);
  expect(stage.started).toEqual(['round-1', 'round-2']);
  expect(stage.given).toEqual(['round-2']);
});

it('replaces a browser that keeps running but records nothing', async () => {
  const { stage, replies, run } = createStage();
  vi.spyOn(replies, 'getProgress').mockImplementationOnce(() => {
    stage.running = null;
    return null;
  });

  await run(1);

  expect(stage).toMatchObject({ opened: 2, given: ['round-2'] });
});

it('rests longer after each failure in a row, and gives up after ten', async () => {
  const { stage, run } = createStage();
  stage.answers = false;
  stage.opens = false;

  await expect(run(0)).rejects.toThrow('It does not start');

  expect(stage.rests.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
});

it('counts failures anew after a recorded round', async () => {
  const { stage, run } = createStage();

  await run(30, () => {
    stage.answers = stage.given.length % 2 === 0;
  });

  expect(stage.given).toHaveLength(30);
  expect(new Set(stage.rests)).toEqual(new Set([1000]));
});

it('replaces a browser that takes too much memory, between two rounds', async () => {
  const { stage, run, setBytes } = createStage();

  await run(3, () => setBytes(stage.given.length === 1 ? 1_600_000_000 : 400_000_000));

  expect(stage).toMatchObject({ opened: 2, left: 1, rests: [] });
  expect(stage.said).toContain('The browser takes 1600 MB; another one starts');
});

it('replaces a browser after a day', async () => {
  const { stage, run, pass } = createStage();

  await run(4, () => pass(dayMs * 0.6));

  expect(stage.opened).toBe(2);
  expect(stage.said).toContain('The browser has run for a day; another one starts');
});
