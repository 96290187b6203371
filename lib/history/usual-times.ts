import { median } from '../observe/median.ts';
import type { History } from './open.ts';
import { recentRounds } from './rounds.ts';

const roundsRead = 20;
const timesNeeded = 20;

/** Median of the controls' times in the latest rounds, in milliseconds; null where there were too few. */
export async function usualControlMs(history: History): Promise<number | null> {
  const rounds = await recentRounds(history, roundsRead);
  const times = rounds
    .filter((round) => round.network.state === 'normal')
    .flatMap((round) => round.network.controls)
    // A STUN round trip is no measure for a handshake and an answer.
    .filter((control) => !control.group.startsWith('calls-'))
    .flatMap((control) => (control.ok && control.totalMs !== null ? [control.totalMs] : []));
  return times.length < timesNeeded ? null : median(times);
}
