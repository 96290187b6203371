import type { Service, Target } from '../catalog/schema.ts';
import { isTransfer } from '../catalog/target-kinds.ts';
import type { Standing } from '../model/standing.ts';

/**
 * Targets beside the sentinels that a pulse asks, so that a block of what services require is noticed before the
 * next full round: all have had their turn within five pulses. A day has no bytes for more.
 */
const perPulse = 3;

/** Ids of the required voting targets that were tried longest ago. */
export function targetsInTurn(
  services: readonly Service[],
  standings: ReadonlyMap<string, Standing>,
): string[] {
  const waiting = services.flatMap((service) => {
    const windows = standings.get(service.id)?.windows ?? [];
    return service.targets
      .filter((target) => target.votes && !isTransfer(target) && target.id !== service.sentinel)
      .filter((target) => isRequired(service, target))
      .map((target) => ({
        id: target.id,
        triedAt: windows.find((one) => one.target === target.id)?.at ?? '',
      }));
  });
  const longest = waiting.toSorted((one, other) => compare(one.triedAt, other.triedAt));
  return longest.slice(0, perPulse).map(({ id }) => id);
}

function isRequired({ roles }: Service, target: Target): boolean {
  return roles.some(({ role, required }) => required && role === target.role);
}

/** Times in ISO 8601 UTC sort as text. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
