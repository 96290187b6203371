import { isTransfer } from '../catalog/is-transfer.ts';
import type { Service } from '../catalog/schema.ts';
import type { TargetHealth } from '../model/standing.ts';
import type { ServiceState } from '../model/state.ts';

/** About two hours at the defaults. */
const rottenRoundsToRetire = 8;

/**
 * Ids of targets that lose their vote: never once seen to work here, and out of order by their own
 * fault for long. What is cut off or silent is never retired, since that is how a block looks.
 */
export function retiredTargets(service: Service, health: readonly TargetHealth[]): Set<string> {
  const rotten = new Set(health.filter(isRotten).map((one) => one.target));
  const retired = service.targets.filter((target) =>
    // The last voter of a role keeps its vote: a role is never silently dropped. Transfers are only made
    // where little gets through, and carry no role.
    service.targets.some(
      (other) =>
        other.role === target.role && other.votes && !isTransfer(other) && !rotten.has(other.id),
    ),
  );
  return new Set(retired.map((target) => target.id).filter((id) => rotten.has(id)));
}

export function updateTargetHealth(
  before: readonly TargetHealth[],
  seen: readonly { id: string; state: ServiceState }[],
): TargetHealth[] {
  const someWorks = seen.some((one) => one.state === 'ok');
  const known = new Map(before.map((one) => [one.target, one]));
  for (const { id, state } of seen) {
    const health = known.get(id) ?? { target: id, reached: false, rottenRounds: 0 };
    if (state === 'ok') known.set(id, { ...health, reached: true, rottenRounds: 0 });
    if (state === 'down' && someWorks) {
      known.set(id, { ...health, rottenRounds: health.rottenRounds + 1 });
    }
  }
  return [...known.values()];
}

function isRotten({ reached, rottenRounds }: TargetHealth): boolean {
  return !reached && rottenRounds >= rottenRoundsToRetire;
}
