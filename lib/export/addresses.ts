import { mapAttempts } from '../model/map-attempts.ts';
import type { Round } from '../model/round.ts';

/** The round as it is exported: without the addresses of servers, unless they were asked for. Kinds stay. */
export function exportedRound(round: Round, { addresses }: { addresses: boolean }): Round {
  return addresses ? round : mapAttempts(round, (attempt) => ({ ...attempt, remoteIp: null }));
}
