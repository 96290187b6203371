import { mapAttempts } from '../model/map-attempts.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import type { ExportOptions } from './format.ts';

/** The round as it is exported: without the route and the addresses of servers, unless they were asked for. */
export function exportedRound(
  round: Round,
  { addresses, routing }: Pick<ExportOptions, 'addresses' | 'routing'>,
): Round {
  const shown = routing ? round : withoutRoute(round);
  return addresses ? shown : withoutAddresses(shown);
}

/**
 * Kinds of addresses stay, and so do the answers of DNS resolvers. For an address that was asked without its name a number
 * stands, the same for the same, so that a pair can be told from handshakes at one address.
 */
function withoutAddresses(round: Round): Round {
  const shown = mapAttempts(round, (attempt) =>
    attempt.remoteIp === null ? attempt : { ...attempt, remoteIp: null },
  );
  const { addressProbes } = shown.circumstances;
  const asked = [...new Set(addressProbes.map(({ address }) => address))];
  const numbered = addressProbes.map((one) => ({
    ...one,
    address: String(asked.indexOf(one.address) + 1),
  }));
  return { ...shown, circumstances: { ...shown.circumstances, addressProbes: numbered } };
}

function withoutRoute(round: Round): Round {
  const { homeSpared: _spared, homeUncounted: _uncounted, ...circumstances } = round.circumstances;
  return {
    ...round,
    routing: { verdict: 'unknown', confidence: 'low', signals: [] },
    services: round.services.map(withoutDetour),
    circumstances,
  };
}

/** That a service was left out because of a detour tells of the route; that it was not asked does not. */
function withoutDetour(service: ServiceResult): ServiceResult {
  return service.reason === 'not-through-detour'
    ? { ...service, reason: 'too-few-attempts' }
    : service;
}
