import type { Condition, Period, Scene, Setting } from './situation.ts';

/** The interference begins in this round, counted from 0, and ends so many rounds before the person's last. */
const beginsIn = 10;
const endsBefore = 20;

/** Of people who live longer than others: a day under interference, as what is shown may flicker. */
export const longRounds = 126;

/** For a quarter of all people the interference exists from the start. */
export function aPeriod({ random, startMs }: Setting): Period {
  const fromMs = random.chance(0.25) ? startMs : Number.POSITIVE_INFINITY;
  return { fromMs, toMs: Number.POSITIVE_INFINITY };
}

/** Begins and ends between two rounds; for half of all people, within a round. */
export function fromRoundToRound(
  { random, rounds }: Setting,
  world: Scene['world'],
  condition: Condition,
  others: readonly Condition[] = [],
): Scene {
  const { period } = condition;
  const within = random.chance(0.5);
  const turn = (round: number, atMs: number) => {
    if (round === beginsIn) period.fromMs = Math.min(period.fromMs, atMs);
    if (round === rounds - endsBefore) period.toMs = atMs;
  };
  return {
    world,
    conditions: [condition, ...others],
    roundBegins(round, nowMs) {
      if (within) turn(round, nowMs + random.between(0, 3_000));
    },
    roundEnds(round, nowMs) {
      if (!within) turn(round, nowMs + 1);
    },
  };
}
