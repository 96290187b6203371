import type { Service, Target } from '../catalog/schema.ts';
import { isSocket, isTransfer } from '../catalog/target-kinds.ts';
import { fullEveryMs } from '../model/plan.ts';
import type { Standing } from '../model/standing.ts';

/**
 * Targets beside the sentinels that a pulse asks, so that a block of what services require is noticed before the
 * next full round: all have had their turn within five pulses. A day has no bytes for more.
 */
export const perPulse = 3;

/**
 * Ids of the required voting targets that were tried longest ago. WebSockets come together: a pulse that asks one
 * has the browser open a document, which is a tenth of the processor's time that it takes.
 */
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
        isSocket: isSocket(target),
        triedAt: windows.find((one) => one.target === target.id)?.at ?? '',
      }));
  });
  const longest = waiting.toSorted((one, other) => compare(one.triedAt, other.triedAt));
  const isOther = ({ isSocket: is }: { isSocket: boolean }) => Number(is !== longest[0]?.isSocket);
  const ordered = longest.toSorted((one, other) => isOther(one) - isOther(other));
  return ordered.slice(0, perPulse).map(({ id }) => id);
}

/**
 * The id of the transfer whose turn it is among those that are too costly to be made together; undefined where there
 * is none. A full round is planned every six hours.
 */
export function costlyTransferInTurn(services: readonly Service[], now: Date): string | undefined {
  const costly = services
    .flatMap(({ targets }) => targets.filter(isTransfer))
    .filter(({ inTurn }) => inTurn === true);
  return costly[Math.floor(now.getTime() / fullEveryMs) % costly.length]?.id;
}

function isRequired({ roles }: Service, target: Target): boolean {
  return roles.some(({ role, required }) => required && role === target.role);
}

/** Times in ISO 8601 UTC sort as text. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
