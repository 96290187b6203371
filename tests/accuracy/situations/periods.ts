import type { Condition, Period, Scene, Setting } from './situation.ts';

/** Rounds, counted from 0, in which the interference begins and ends. */
const beginsIn = 10;
const endsIn = 40;

/** For a quarter of all people the interference exists from the start. */
export function aPeriod({ random, startMs }: Setting): Period {
  const fromMs = random.chance(0.25) ? startMs : Number.POSITIVE_INFINITY;
  return { fromMs, toMs: Number.POSITIVE_INFINITY };
}

/** Begins and ends between two rounds; for half of all people, within a round. */
export function fromRoundToRound(
  { random }: Setting,
  world: Scene['world'],
  condition: Condition,
  others: readonly Condition[] = [],
): Scene {
  const { period } = condition;
  const within = random.chance(0.5);
  const turn = (round: number, atMs: number) => {
    if (round === beginsIn) period.fromMs = Math.min(period.fromMs, atMs);
    if (round === endsIn) period.toMs = atMs;
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
