import ipaddr from 'ipaddr.js';
import { hostOf } from '../../catalog/host-of.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isFirefox, type Software } from '../../model/round.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { type Families, familiesOf } from '../../observe/families.ts';
import { withoutLostName } from './lost-names.ts';
import type { RoundEvidence, ServiceEvidence } from './round-evidence.ts';

/** The kinds of addresses that anything in the round was reached at. */
export function familiesOfEvidence({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): Families {
  const ofServices = services.flatMap(({ attempts }) => [...attempts.values()].flat());
  return familiesOf([...controls.flatMap(({ attempts }) => attempts), ...ofServices]);
}

/** Firefox begins a second connection, over IPv4, where the first does not stand after so many milliseconds. */
const secondConnectionMs = 250;

/**
 * What a line without IPv4 cannot do whatever the network does is no evidence: to reach a target that is an IPv4
 * address, or a name of which the resolver gave no others, and to find IPv4 addresses of a name, for which
 * Firefox asks after it was cut off over IPv6, or was not answered at once.
 */
export function withoutUnreachable(
  one: ServiceEvidence,
  { ipv4 }: Families,
  software: Pick<Software, 'browser'>,
): ServiceEvidence {
  if (ipv4) return one;
  const mayBeSecond = isFirefox(software) ? isSlow : () => false;
  const literal = new Set(
    one.service.targets.filter((target) => ipaddr.IPv4.isValid(hostOf(target))).map(({ id }) => id),
  );
  const attempts = [...one.attempts].map(([id, each]) => {
    if (literal.has(id)) return [id, each.map(withoutFailure)] as const;
    const isFound = each.some(wasFound);
    return [
      id,
      each.map((attempt) => {
        // The name may have had IPv4 addresses alone.
        if (evidenceOf(attempt) === 'unreachable') return withoutFailure(attempt);
        return isFound || mayBeSecond(attempt) ? withoutLostName(attempt) : attempt;
      }),
    ] as const;
  });
  return { ...one, attempts: new Map(attempts) };
}

function withoutFailure(attempt: Attempt): Attempt {
  return attempt.ok ? attempt : { ...attempt, valid: false };
}

function isSlow({ totalMs }: Attempt): boolean {
  return totalMs === null || totalMs >= secondConnectionMs;
}

/** Whether an attempt found the name and was cut off. */
function wasFound(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'cut-off';
}
