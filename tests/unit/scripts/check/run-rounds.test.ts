import { describe, expect, it } from 'vitest';
import type { RoundProgress } from '../../../../lib/model/progress.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Ask } from '../../../../scripts/check/ask.ts';
import { type RoundsDependencies, runRounds } from '../../../../scripts/check/run-rounds.ts';
import { exampleRound } from '../../export/example-round.ts';

interface Stage extends Omit<RoundsDependencies, 'onRound'> {
  starts: number[];
  said: string[];
  rounds: Round[];
  onRound: (round: Round) => void;
}

/** A worker with rounds of a given duration, and a clock that only waiting advances. */
function createStage(roundMs: number, isRecorded = true): Stage {
  let time = 0;
  const starts: number[] = [];
  const said: string[] = [];
  const rounds: Round[] = [];
  const replies = {
    startRound: () => `round-${starts.push(time)}`,
    cancelRound: () => true,
    getProgress: () => progress(`round-${starts.length}`, time - (starts.at(-1) ?? 0), roundMs),
    getRound: (request: { id: string }) => (isRecorded ? exampleRound(request) : null),
  };
  // The type of the reply depends on the request, which a table cannot express.
  const ask = (async (type: keyof typeof replies, request: { id: string }) =>
    replies[type](request)) as Ask;
  return {
    ask,
    now: () => time,
    wait: async (ms) => {
      time += ms;
    },
    say: (line) => said.push(line),
    onRound: (round) => rounds.push(round),
    starts,
    said,
    rounds,
  };
}

function progress(roundId: string, elapsedMs: number, roundMs: number): RoundProgress | null {
  if (elapsedMs >= roundMs) return null;
  const stage = elapsedMs > roundMs / 2 ? 'done' : 'probing';
  const word = elapsedMs > 0 ? 'opens' : null;
  const service = { id: 'whatsapp', name: 'WhatsApp', stage, reached: 5, probed: 8, total: 8 };
  return { roundId, trigger: 'manual', startedAt: '', services: [{ ...service, stage, word }] };
}

const plan = { rounds: 1, intervalSeconds: 60, services: null };

describe('runRounds', () => {
  it('passes on the round and reports each service once, so far and when it is done', async () => {
    const stage = createStage(5000);

    await runRounds(plan, stage);

    expect(stage.rounds.map((round) => round.id)).toEqual(['round-1']);
    expect(stage.said).toEqual(['WhatsApp: opens so far', 'WhatsApp: done 5/8']);
  });

  it('keeps the interval from start to start', async () => {
    const stage = createStage(5000);

    await runRounds({ ...plan, rounds: 3 }, stage);

    expect(stage.starts).toEqual([0, 60_000, 120_000]);
  });

  it('starts at once if a round took longer than the interval', async () => {
    const stage = createStage(5000);

    await runRounds({ ...plan, rounds: 2, intervalSeconds: 1 }, stage);

    expect(stage.starts).toEqual([0, 5000]);
  });

  it('waits until a round is passed on before the next begins', async () => {
    const stage = createStage(5000);
    const startsBefore: number[] = [];

    await runRounds(
      { ...plan, rounds: 2, intervalSeconds: 0 },
      {
        ...stage,
        onRound: async () => {
          await stage.wait(1000);
          startsBefore.push(stage.starts.length);
        },
      },
    );

    expect(startsBefore).toEqual([1, 2]);
    expect(stage.starts).toEqual([0, 6000]);
  });

  it('continues until stopped if the number of rounds is 0', async () => {
    const stage = createStage(5000);
    const onRound = (): void => {
      if (stage.starts.length === 7) throw new Error('stopped');
    };

    await expect(runRounds({ ...plan, rounds: 0 }, { ...stage, onRound })).rejects.toThrow(
      'stopped',
    );

    expect(stage.said).toContain('Round 7');
  });

  it('gives up on a round that does not end', async () => {
    const stage = createStage(Number.POSITIVE_INFINITY);

    await expect(runRounds(plan, stage)).rejects.toThrow('did not end within 180 s');
  });

  it('reports an interrupted round if the history does not have it', async () => {
    const stage = createStage(1000, false);

    await expect(runRounds(plan, stage)).rejects.toThrow('interrupted and not recorded');
  });
});
