import type { Round } from '../../lib/model/round.ts';
import { SetupError } from '../setup/index.mjs';
import type { Ask } from './ask.ts';
import { type LastingBrowser, NotRecorded, recordedRound } from './lasting.ts';
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
  /** Left out where a round that fails is to end all. */
  browser?: Pick<LastingBrowser, 'replace' | 'onRecorded'>;
}

const pollMs = 500;
const roundLimitMs = 180_000;

/** Runs the rounds in sequence, with the interval from start to start. */
export async function runRounds(plan: RoundsPlan, dependencies: RoundsDependencies): Promise<void> {
  const { now, wait, say, onRound, browser } = dependencies;
  const last = plan.rounds === 0 ? Number.POSITIVE_INFINITY : plan.rounds;
  for (let count = 1; count <= last; count += 1) {
    const begun = now();
    if (last > 1) say(plan.rounds === 0 ? `Round ${count}` : `Round ${count} of ${last}`);
    await onRound(await recordRound(plan.services, dependencies));
    if (count < last) await browser?.onRecorded();
    const restMs = begun + plan.intervalSeconds * 1000 - now();
    if (count < last && restMs > 0) {
      say(`Next round in ${Math.ceil(restMs / 1000)} s`);
      await wait(restMs);
    }
  }
}

/** Runs a round until one is recorded, in as many browsers as that takes. */
async function recordRound(
  services: string[] | null,
  dependencies: RoundsDependencies,
): Promise<Round> {
  const { ask, browser } = dependencies;
  let id: string | null = null;
  let isReplaced = false;
  for (;;) {
    try {
      id ??= await ask('startRound', { services });
      await untilOver(id, dependencies);
      return await recordedRound(ask, id);
    } catch (error) {
      if (browser === undefined) throw error;
      const isMissing = error instanceof NotRecorded;
      if (isMissing) id = null;
      // The worker of another browser goes on with the round, or has given it up: that browser is well.
      isReplaced = !(isMissing && isReplaced);
      if (isReplaced) await browser.replace(error);
    }
  }
}

/** Waits until the round that a browser before has begun is over, where there is one. */
export async function untilNoneRuns(dependencies: Waiting): Promise<void> {
  const progress = await dependencies.ask('getProgress');
  if (progress !== null) await untilOver(progress.roundId, dependencies);
}

type Waiting = Pick<RoundsDependencies, 'ask' | 'now' | 'wait' | 'say'>;

async function untilOver(id: string, dependencies: Waiting): Promise<void> {
  const { ask, now, wait, say } = dependencies;
  const begun = now();
  let reported: string[] = [];
  for (;;) {
    const progress = await ask('getProgress');
    // A scheduled round may have started in the meantime.
    if (progress === null || progress.roundId !== id) return;
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
}
