import { hostOf } from '../../catalog/host-of.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { type Attempt, isByPrivateAuthority } from '../../model/attempt.ts';
import { addressKindOf } from '../../observe/address-kind.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/**
 * The hosts of a service whose latest answer came, with a good certificate, from a reserved address: a router or a program
 * invents such for names that it sends another way, and is no censor, which has no such certificate. Not those at other
 * addresses that are not public, as where a proxy on this computer is asked for some sites: that tells of itself.
 */
export function hostsAtInvented(before: readonly string[], one: ServiceEvidence): string[] {
  const hosts = new Set(before);
  for (const { host, isInvented } of answersOf(one)) {
    if (isInvented) hosts.add(host);
    else hosts.delete(host);
  }
  return [...hosts];
}

function answersOf({ service, attempts }: ServiceEvidence) {
  return service.targets
    .filter((target) => !isPlain(target))
    .flatMap((target) =>
      (attempts.get(target.id) ?? [])
        .filter((attempt) => attempt.ok && !isByPrivateAuthority(attempt))
        .filter(tellsAddress)
        .map((attempt) => ({
          host: hostOf(target),
          isInvented: addressKindOf(attempt) === 'reserved',
        })),
    );
}

/** Of an answer from an unknown address nobody knows whether it was invented. */
function tellsAddress({ remoteIp, remoteIpKind }: Attempt): boolean {
  return remoteIp !== null || remoteIpKind !== null;
}
