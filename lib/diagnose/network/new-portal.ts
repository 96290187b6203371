import { isPlain } from '../../catalog/target-kinds.ts';
import { type Attempt, isByPrivateAuthority } from '../../model/attempt.ts';
import { isReachedAnew } from '../evidence/old-connections.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { isGreeted } from './network.ts';

/** Services of so many operators to which no new connection leads. */
const operatorsNeeded = 3;

/**
 * Whether a portal has appeared that lets connections from before live: it answers in plain HTTP, and neutral sites
 * answer over such connections alone.
 */
export function isBehindNewPortal({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): boolean {
  const neutral = controls.filter(({ group }) => group === 'foreign');
  if (!isGreeted(controls) || neutral.some(({ attempts }) => attempts.some(isReachedAnew))) {
    return false;
  }
  const tried = services.flatMap(triesOverTls);
  const shut = new Set(tried.filter(({ attempt }) => !attempt.ok).map(({ operator }) => operator));
  return shut.size >= operatorsNeeded && !tried.some(({ attempt }) => isOwnAnswer(attempt));
}

function triesOverTls({ service, attempts }: ServiceEvidence) {
  const { operator } = service;
  return service.targets
    .filter((target) => !isPlain(target))
    .flatMap(({ id }) => attempts.get(id) ?? [])
    .filter(({ valid }) => valid)
    .map((attempt) => ({ operator, attempt }));
}

/** An answer of the server's own, and of nobody between. */
function isOwnAnswer(attempt: Attempt): boolean {
  return isReachedAnew(attempt) && !isByPrivateAuthority(attempt);
}
