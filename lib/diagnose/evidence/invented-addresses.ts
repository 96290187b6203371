import { hostOf } from '../../catalog/host-of.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { isByPrivateAuthority } from '../../model/attempt.ts';
import { hasPrivateAddress } from '../../observe/address-kind.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/**
 * Whether a service answers, with a good certificate, at an address to which no public name leads: a router or a program
 * invents addresses for names that it sends another way, and is no censor, which has no such certificate.
 */
export function answersAtInvented(one: ServiceEvidence): boolean {
  return answersOf(one).some(({ isInvented }) => isInvented);
}

/** The hosts of a service whose latest answer came so. */
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
        .map((attempt) => ({ host: hostOf(target), isInvented: hasPrivateAddress(attempt) })),
    );
}
