import ipaddr from 'ipaddr.js';
import { hostOf } from '../catalog/host-of.ts';
import type { Attempt } from '../model/attempt.ts';
import { type Families, familiesOf } from '../observe/families.ts';
import type { RoundEvidence, ServiceEvidence } from './round-evidence.ts';

/** The kinds of addresses that anything in the round was reached at. */
export function familiesOfEvidence({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): Families {
  const ofServices = services.flatMap(({ attempts }) => [...attempts.values()].flat());
  return familiesOf([...controls.flatMap(({ attempts }) => attempts), ...ofServices]);
}

/** On a line without IPv4 a target that is an IPv4 address fails whatever the network does: no evidence. */
export function withoutUnreachable(one: ServiceEvidence, { ipv4 }: Families): ServiceEvidence {
  if (ipv4) return one;
  const literal = new Set(
    one.service.targets.filter((target) => ipaddr.IPv4.isValid(hostOf(target))).map(({ id }) => id),
  );
  const attempts = [...one.attempts].map(
    ([id, each]) => [id, literal.has(id) ? each.map(withoutFailure) : each] as const,
  );
  return { ...one, attempts: new Map(attempts) };
}

function withoutFailure(attempt: Attempt): Attempt {
  return attempt.ok ? attempt : { ...attempt, valid: false };
}
