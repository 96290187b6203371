import type { Outcome } from '../../../round/controller.ts';
import { noteLostRound } from '../../lost-round.ts';
import { planNext } from './schedule.ts';

/** Tells that a round is over, once its outcome is noted and the next one planned: pages read both then. */
export async function concludeRound(outcome: Outcome, tell: () => void): Promise<void> {
  const kept = [planNext(outcome.ended), noteOutcome(outcome)];
  await Promise.all(kept.map((one) => one.catch(console.error)));
  tell();
}

/** A cancelled round leaves the outcome of the one before. */
export async function noteOutcome({ ended, failure }: Outcome): Promise<void> {
  if (failure !== undefined) {
    console.error('The round failed, or could not be recorded:', failure);
    await noteLostRound({ round: ended?.round ?? null });
  } else if (ended !== null) await noteLostRound(null);
}
