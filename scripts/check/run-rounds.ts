import type { Round } from '../../lib/model/round.ts';
import { SetupError } from '../setup/index.mjs';
import type { Ask } from './ask.ts';
import { describeProgress } from './progress.ts';

export interface RoundsPlan {
  rounds: number;
  intervalSeconds: number;
  services: string[] | null;
}

export interface RoundsDependencies {
  ask: Ask;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  say: (line: string) => void;
  /** Gets each round as soon as it is finished. */
  onRound: (round: Round) => void;
}

const pollMs = 500;
const roundLimitMs = 180_000;

/** Runs the rounds one after the other, with the interval from start to start. */
export async function runRounds(plan: RoundsPlan, dependencies: RoundsDependencies): Promise<void> {
  const { now, wait, say, onRound } = dependencies;
  for (let count = 1; count <= plan.rounds; count += 1) {
    const begun = now();
    if (plan.rounds > 1) say(`Round ${count} of ${plan.rounds}`);
    onRound(await runRound(plan.services, dependencies));
    const restMs = begun + plan.intervalSeconds * 1000 - now();
    if (count < plan.rounds && restMs > 0) {
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
  let said: string[] = [];
  for (;;) {
    const progress = await ask('getProgress');
    // Another round may have begun by itself since.
    if (progress === null || progress.roundId !== id) break;
    const lines = describeProgress(progress);
    for (const line of lines.filter((candidate) => !said.includes(candidate))) say(line);
    said = lines;
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
