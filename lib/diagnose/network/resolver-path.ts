import { isPlain } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import type { Resolution, ResolverPath } from '../../model/resolution.ts';
import type { RoutingResult } from '../../model/route.ts';
import type { ServiceResult } from '../../model/service.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { isWithheldAtHome } from '../../observe/names.ts';
import { isSurelyNew } from '../evidence/old-connections.ts';

/**
 * Which resolver the browser used. A name that only the system's resolver withholds shows that the browser uses
 * that one. A name that a national resolver withholds and the browser still resolves shows that it uses another,
 * mostly its secure DNS, which hides blocking by DNS. Unknown where traffic leaves from another country, whose
 * resolvers do not follow the national list.
 */
export function resolverPathOf(
  services: readonly ServiceResult[],
  resolutions: readonly Resolution[],
  routing: RoutingResult,
): ResolverPath {
  if (services.some(isWithheldFrom)) return 'system';
  if (routing.signals.some(({ id }) => id === 'exit-abroad')) return 'unknown';
  const withheld = new Set(resolutions.filter(isWithheldAtHome).map((one) => one.name));
  const targets = services
    .flatMap((service) => service.targets)
    // Without TLS nothing authenticates the server that the name resolved to.
    .filter((target) => !isPlain(target));
  const attempts = targets
    .filter((target) => withheld.has(new URL(target.url).hostname))
    .flatMap((target) => target.attempts);
  // What was found may have been looked up before, and what is missed was looked up now.
  const isMissed = attempts.some((attempt) => evidenceOf(attempt) === 'name-fails');
  const isFound = attempts.some((attempt) => hasResolvedName(attempt) && isSurelyNew(attempt));
  return isFound && !isMissed ? 'secure_dns' : 'unknown';
}

const byResolver: Mechanism[] = ['dns.error', 'dns.nxdomain', 'dns.refused', 'dns.timeout'];

function isWithheldFrom({ targets }: ServiceResult): boolean {
  return targets.some(
    ({ state, mechanisms }) =>
      state === 'blocked' && mechanisms.some((one) => byResolver.includes(one)),
  );
}

/** Any answer implies that the name resolved. */
function hasResolvedName(attempt: Attempt): boolean {
  return ['reached', 'cut-off', 'handshake-fails', 'legal-refusal', 'server-error'].includes(
    evidenceOf(attempt),
  );
}
