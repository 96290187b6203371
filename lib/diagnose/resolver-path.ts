import { isPlain } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Resolution, ResolverPath } from '../model/resolution.ts';
import type { RoutingResult } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import { evidenceOf } from '../observe/evidence.ts';

/**
 * Whose names the browser used. A name that only the system's resolver withholds shows that the browser
 * asks that resolver. A name that the state's resolver withholds and the browser finds all the same
 * shows that it asks another: its secure DNS, most often, which hides blocking by DNS. Not so where traffic leaves from
 * another country: resolvers there do not follow that list.
 */
export function resolverPathOf(
  services: readonly ServiceResult[],
  resolutions: readonly Resolution[],
  routing: RoutingResult,
): ResolverPath {
  if (services.some((service) => service.reason === 'dns-withheld')) return 'system';
  if (routing.signals.some(({ id }) => id === 'exit-abroad')) return 'unknown';
  const withheld = new Set(resolutions.filter(isWithheld).map((one) => one.name));
  const targets = services
    .flatMap((service) => service.targets)
    // Without TLS nobody vouches for where a name led.
    .filter((target) => !isPlain(target));
  const found = targets.some(
    (target) => withheld.has(new URL(target.url).hostname) && target.attempts.some(hasResolvedName),
  );
  return found ? 'secure_dns' : 'unknown';
}

function isWithheld({ national, rcode }: Resolution): boolean {
  return national && (rcode === 'NXDOMAIN' || rcode === 'REFUSED');
}

/** An answer of any kind has come from an address. */
function hasResolvedName(attempt: Attempt): boolean {
  return ['reached', 'cut-off', 'handshake-fails', 'legal-refusal', 'server-error'].includes(
    evidenceOf(attempt),
  );
}
