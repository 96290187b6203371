import { isPlain } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { familiesOf } from '../../observe/families.ts';
import { operatorsOf } from '../evidence/control-evidence.ts';
import type { RoundEvidence } from '../evidence/round-evidence.ts';

/** Neutral sites of as many operators are not out of order at once. */
const operatorsNeeded = 2;

/**
 * Whether IPv6 carries small packets alone, as through a tunnel whose router does not say that larger ones are dropped:
 * answers without TLS come over it, and no handshake, whose certificates take several packets, is completed. Browsers do not
 * fall back then, so that all that has IPv6 is silent, neutral sites among it.
 */
export function losesLargePackets({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): boolean {
  const all = [
    ...controls.map(({ group, attempts }) => ({ isSmall: group === 'portal', attempts })),
    ...services.flatMap(({ service, attempts }) =>
      service.targets.map((one) => ({
        isSmall: isPlain(one),
        attempts: attempts.get(one.id) ?? [],
      })),
    ),
  ];
  const [small, large] = [true, false].map((wanted) =>
    familiesOf(all.flatMap(({ isSmall, attempts }) => (isSmall === wanted ? attempts : []))),
  );
  if (small?.ipv6 !== true || small.translates || large?.ipv6 === true) return false;
  const silent = controls.filter(
    ({ group, attempts }) => group === 'foreign' && isSilent(attempts),
  );
  return operatorsOf(silent).size >= operatorsNeeded;
}

function isSilent(attempts: readonly Attempt[]): boolean {
  const seen = attempts.map(evidenceOf).filter((one) => one !== 'invalid');
  return seen.length > 0 && seen.every((one) => one === 'timeout' || one === 'handshake-timeout');
}
