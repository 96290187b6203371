import type { Round } from '../../lib/model/round.ts';
import { SetupError } from '../setup/index.mjs';
import type { Ask } from './ask.ts';
import { describeProgress } from './progress.ts';

export interface RoundsPlan {
  /** 0 to run until stopped. */
  rounds: number;
  intervalSeconds: number;
  services: string[] | null;
}

export interface RoundsDependencies {
  ask: Ask;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  say: (line: string) => void;
  /** Called with each finished round; the next round waits for it. */
  onRound: (round: Round) => unknown;
}

const pollMs = 500;
const roundLimitMs = 180_000;

/** Runs the rounds in sequence, with the interval from start to start. */
export async function runRounds(plan: RoundsPlan, dependencies: RoundsDependencies): Promise<void> {
  const { now, wait, say, onRound } = dependencies;
  const last = plan.rounds === 0 ? Number.POSITIVE_INFINITY : plan.rounds;
  for (let count = 1; count <= last; count += 1) {
    const begun = now();
    if (last > 1) say(plan.rounds === 0 ? `Round ${count}` : `Round ${count} of ${last}`);
    await onRound(await runRound(plan.services, dependencies));
    const restMs = begun + plan.intervalSeconds * 1000 - now();
    if (count < last && restMs > 0) {
      say(`Next round in ${Math.ceil(restMs / 1000)} s`);
      await wait(restMs);
    }
  }
}

async function runRound(
  services: string[] | null,
  { ask, now, wait, say }: RoundsDependencies,
): Promise<Round> {
  const begun = now();
  const id = await ask('startRound', { services });
  let reported: string[] = [];
  for (;;) {
    const progress = await ask('getProgress');
    // A scheduled round may have started in the meantime.
    if (progress === null || progress.roundId !== id) break;
    const lines = describeProgress(progress);
    for (const line of lines.filter((candidate) => !reported.includes(candidate))) say(line);
    reported = lines;
    if (now() - begun > roundLimitMs) {
      await ask('cancelRound');
      const limit = `${roundLimitMs / 1000} s`;
      throw new SetupError(`No check possible: the round did not end within ${limit}`);
    }
    await wait(pollMs);
  }
  const round = await ask('getRound', { id });
  if (round !== null) return round;
  throw new SetupError(`No check possible: the round ${id} was interrupted and not recorded`);
}
