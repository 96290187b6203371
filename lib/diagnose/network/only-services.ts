import { isDomestic } from '../../catalog/domestic.ts';
import type { Target } from '../../catalog/schema.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough, isByPrivateAuthority } from '../../model/attempt.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
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
  return network.state === 'offline' && services.some(opens) ? onlyServices : network;
}

/** Services of so many operators, and of most that were asked, are more than a list has of what is abroad. */
const operatorsNeeded = 3;

/** Whether services of most operators abroad open: neutral sites that fail beside them are no sign of an allowlist. */
export function opensAbroad({ services, home }: Pick<RoundEvidence, 'services' | 'home'>): boolean {
  const abroad = services.filter(({ service }) => !isDomestic(service, home));
  const asked = operatorsOf(abroad.filter(wasAsked));
  const open = operatorsOf(abroad.filter(opens)).size;
  return open >= operatorsNeeded && open * 2 > asked.size;
}

function operatorsOf(services: readonly Pick<ServiceEvidence, 'service'>[]): Set<string> {
  return new Set(services.map(({ service }) => service.operator));
}

function wasAsked({ attempts }: ServiceEvidence): boolean {
  return [...attempts.values()].flat().some(({ valid }) => valid);
}

function opens({ service, attempts }: Pick<ServiceEvidence, 'service' | 'attempts'>): boolean {
  return service.targets.some((target) => showsWay(target, attempts.get(target.id) ?? []));
}

/** Whether only the service itself can have given one of a target's answers. */
export function showsWay(target: Target, attempts: readonly Attempt[]): boolean {
  return !isPlain(target) && attempts.some((one) => gotThrough(one) && !isByPrivateAuthority(one));
}
