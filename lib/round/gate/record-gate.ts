import type { Gate } from '../../model/network.ts';
import type { PlannedRound } from '../phases.ts';

/** Logs a gate that ends now, and returns it. */
export async function recordGate(
  { clock, log }: PlannedRound,
  startedAt: Date,
  passed: boolean,
): Promise<Gate> {
  const gate = {
    startedAt: startedAt.toISOString(),
    finishedAt: clock.now().toISOString(),
    passed,
  };
  await log.note({ kind: 'gate', gate });
  return gate;
}
