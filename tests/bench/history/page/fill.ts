import { sealRound } from '../../../../lib/history/codec/dictionaries.ts';
import { indexRounds } from '../../../../lib/history/index/index-rounds.ts';
import { bundleRounds } from '../../../../lib/history/kept/bundling.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { createRandom, vary } from './vary.ts';

const dayMs = 24 * 60 * 60 * 1000;
const seed = 20_261_126;
const daysOfYear = 365;

export interface Filled {
  rounds: number;
  attempts: number;
  fillMs: number;
  /** Time to make the index of all rounds, as after an update. */
  indexMs: number;
}

/** Attempts on targets; those on controls come on top. */
export function attemptsOf({ services }: Round): number {
  return services.reduce(
    (sum, { targets }) => sum + targets.reduce((of, { attempts }) => of + attempts.length, 0),
    0,
  );
}

/** Writes a year of rounds up to now, with so many attempts in all, and their index. */
export async function fill(
  history: WritableHistory,
  { days, attempts: wanted }: { days: readonly Round[][]; attempts: number },
): Promise<Filled> {
  const random = createRandom(seed);
  const perDay = wanted / daysOfYear;
  const midnightMs = Math.floor(Date.now() / dayMs) * dayMs;
  const filled: Filled = { rounds: 0, attempts: 0, fillMs: 0, indexMs: 0 };
  const startMs = performance.now();
  for (let day = 0; day < daysOfYear; day += 1) {
    const some = roundsOfDay(days[kindOf(day)] ?? [], (day + 1) * perDay - filled.attempts);
    for (const [index, sample] of some.entries()) {
      const atMs = midnightMs - (daysOfYear - day) * dayMs + (index * dayMs) / some.length;
      await write(history, vary(sample, atMs, random));
    }
    await bundleRounds(async () => history);
    filled.rounds += some.length;
    filled.attempts += some.reduce((sum, round) => sum + attemptsOf(round), 0);
  }
  filled.fillMs = performance.now() - startMs;
  const indexStartMs = performance.now();
  await indexRounds(async () => history);
  filled.indexMs = performance.now() - indexStartMs;
  return filled;
}

/** Weeks of each kind follow one another. */
function kindOf(day: number): number {
  return Math.floor(day / 7) % 4;
}

function roundsOfDay(samples: readonly Round[], attempts: number): Round[] {
  const rounds: Round[] = [];
  let count = 0;
  while (count < attempts && samples.length > 0) {
    const next = samples[rounds.length % samples.length] as Round;
    rounds.push(next);
    count += attemptsOf(next);
  }
  return rounds;
}

async function write(history: WritableHistory, round: Round): Promise<void> {
  const record = await sealRound(history.seal, round);
  await history.database.add('sealedRounds', record);
}
