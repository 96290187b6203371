import { mapAttempts } from '../../model/map-attempts.ts';
import type { Round } from '../../model/round.ts';

/**
 * The round as it may be recorded: the hosts and titles of answers that are none of the service's own may name an
 * employer or a school, so a number stands in their place. It is the same for answers that are alike, so that a replay
 * draws the same verdicts.
 */
export function withoutNamesElsewhere(round: Round): Round {
  const numbers = new Map<string, number>();
  return mapAttempts(round, (attempt) => {
    const { elsewhere } = attempt;
    if (elsewhere === undefined) return attempt;
    const number = numbers.get(elsewhere) ?? numbers.size + 1;
    numbers.set(elsewhere, number);
    const [kind = ''] = elsewhere.split(' ');
    return { ...attempt, elsewhere: `${kind} ${number}` };
  });
}
