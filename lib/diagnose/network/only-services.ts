import type { Target } from '../../catalog/schema.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough, isByPrivateAuthority } from '../../model/attempt.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';
import type { NetworkVerdict } from './network-verdict.ts';

/** Single services open, and no control answers. */
export const onlyServices: NetworkVerdict = {
  state: 'allowlist',
  confidence: 'medium',
  trouble: 'only-services',
};

/**
 * The network's verdict, in the light of what services answered: a certificate that is valid for a service's name shows
 * in any network that there is a way to it.
 */
export function besideServices(
  network: NetworkVerdict,
  services: readonly Pick<ServiceEvidence, 'service' | 'attempts'>[],
): NetworkVerdict {
  if (network.state !== 'offline') return network;
  const opens = services.some(({ service, attempts }) =>
    service.targets.some((target) => showsWay(target, attempts.get(target.id) ?? [])),
  );
  return opens ? onlyServices : network;
}

/** Whether only the service itself can have given one of a target's answers. */
export function showsWay(target: Target, attempts: readonly Attempt[]): boolean {
  return !isPlain(target) && attempts.some((one) => gotThrough(one) && !isByPrivateAuthority(one));
}
