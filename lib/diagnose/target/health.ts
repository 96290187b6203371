import type { Service } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { TargetHealth } from '../../model/standing.ts';
import type { ServiceState } from '../../model/state.ts';

/** About two hours at the default interval. */
const rottenRoundsToRetire = 8;

/**
 * Ids of targets that lose their vote: they never worked here and were down in many rounds. A reset or silent
 * target is never retired, since a block looks like that.
 */
export function retiredTargets(service: Service, health: readonly TargetHealth[]): Set<string> {
  const rotten = new Set(health.filter(isRotten).map((one) => one.target));
  const retired = service.targets.filter((target) =>
    // The last voter of a role keeps its vote, so that no role disappears. A transfer is no replacement: it
    // runs only where small requests get through.
    service.targets.some(
      (other) =>
        other.role === target.role && other.votes && !isTransfer(other) && !rotten.has(other.id),
    ),
  );
  return new Set(retired.map((target) => target.id).filter((id) => rotten.has(id)));
}

/** The health after a round. A target that is down is rotten only where one of its siblings works. */
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
