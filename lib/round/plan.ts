import type { Catalog, Service } from '../catalog/schema.ts';
import { isTransfer } from '../catalog/target-kinds.ts';
import { isUndecided } from '../diagnose/chance/window.ts';
import { isRecent, withheldOnRoute } from '../diagnose/target/withheld.ts';
import { type ControlMemory, fullEveryMs, type Plan } from '../model/plan.ts';
import type { Trigger } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';
import { costlyTransferInTurn, targetsInTurn } from './turns.ts';

export interface PlanRequest {
  id: string;
  trigger: Trigger;
  now: Date;
  catalog: Catalog;
  /** Service ids. */
  only: readonly string[];
  standings: ReadonlyMap<string, Standing>;
  /** ISO 8601 UTC of the last round that probed everything; null where there was none. */
  lastFullAt: string | null;
  controlMemory: ControlMemory;
  /** ISO 8601 UTC, since when nothing shows that traffic may have gone another way; left out where it is unknown. */
  routeSince?: string;
  /** So long, in milliseconds, the browser goes on using a connection that fell silent; 0 where not at all. */
  keepsSilentMs: number;
  /** The person asked the browser to save data: no transfers are made then. */
  savesData: boolean;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
}

/** Plans a full round for a person's request or when the last one is old, else a pulse of sentinels. */
export function planRound(request: PlanRequest): Plan {
  const full = request.trigger === 'manual' || isOld(request.lastFullAt, request.now);
  const chosen = request.catalog.services.filter(({ id }) => request.only.includes(id));
  const costly = request.trigger === 'manual' ? null : costlyTransferInTurn(chosen, request.now);
  const turns = full ? [] : targetsInTurn(chosen, request.standings);
  return {
    id: request.id,
    trigger: request.trigger,
    startedAt: request.now.toISOString(),
    home: request.catalog.home.country,
    full,
    usualMs: request.controlMemory.usualMs,
    services: shuffle(chosen, request.random).map((service) => {
      const standing = request.standings.get(service.id);
      const withheld = withheldBefore(standing, request);
      return {
        id: service.id,
        depth: full || !isQuiet(standing) ? 'all' : 'sentinel',
        ...(withheld.length > 0 && { withheld }),
        doubted: (standing?.windows ?? []).filter(isUndecided).map(({ target }) => target),
        transfers: request.savesData ? [] : transfersOf(service, { standing, full, costly }),
        ...(mayOpenAtOnce(request.trigger, standing) && { mayOpen: true }),
        inTurn: turns.filter((target) => service.targets.some(({ id }) => id === target)),
      };
    }),
    witnesses: witnessOrder(request),
    silentControls: request.controlMemory.silent,
    answeredControls: request.controlMemory.answered,
    unprovenControls: unprovenControls(request),
    ...silentConnections(request),
  };
}

/** Where a person asked, or the network has changed, as by a VPN that came up. */
function mayOpenAtOnce(trigger: Trigger, standing: Standing | undefined): boolean {
  const isAwaited = trigger === 'manual' || trigger === 'network-change';
  return isAwaited && standing !== undefined && !['ok', 'insufficient'].includes(standing.state);
}

/** Those of which the browser may not have noticed yet that they are dead. */
function silentConnections({
  controlMemory,
  keepsSilentMs,
  now,
}: PlanRequest): Pick<Plan, 'silentConnections'> {
  const kept = controlMemory.fellSilent.filter(
    ({ lastByteAt }) => now.getTime() < lastByteAt + keepsSilentMs,
  );
  return kept.length === 0 ? {} : { silentConnections: kept };
}

/** @param costly the one whose turn it is; null where all are made */
function transfersOf(
  service: Service,
  {
    standing,
    full,
    costly,
  }: { standing: Standing | undefined; full: boolean; costly: string | null | undefined },
): string[] {
  const isDoubted = wasThrottled(standing);
  if (!full && !isDoubted) return [];
  return service.targets
    .filter(isTransfer)
    .filter(({ id, inTurn }) => inTurn !== true || isDoubted || costly === null || id === costly)
    .map(({ id }) => id);
}

/** In random order, so that no few sites decide every round; those that never answer come last. */
function witnessOrder({ catalog, controlMemory, random }: PlanRequest): string[] {
  const ids = shuffle(catalog.witnesses, random).map(({ id }) => id);
  const isSilent = (id: string) => controlMemory.silent.includes(id);
  return [...ids.filter((id) => !isSilent(id)), ...ids.filter(isSilent)];
}

function unprovenControls({ catalog, controlMemory: { answered } }: PlanRequest): string[] {
  return catalog.controls
    .filter(({ id, candidate }) => candidate === true && !answered.includes(id))
    .map(({ id }) => id);
}

function isOld(lastFullAt: string | null, now: Date): boolean {
  if (lastFullAt === null) return true;
  const ageMs = now.getTime() - Date.parse(lastFullAt);
  // A round that a wrong clock dated in the future must not stop full rounds until then.
  return ageMs < 0 || ageMs >= fullEveryMs;
}

/** Whether the sentinel alone is enough: all of the service worked at the last check, and lately. */
function isQuiet(standing: Standing | undefined): boolean {
  if (standing?.state !== 'ok' || standing.candidate !== null) return false;
  return !(standing.windows ?? []).some(isUndecided);
}

/** Names whose failure is no resolver's bad moment. */
function withheldBefore(
  standing: Standing | undefined,
  { now, routeSince }: PlanRequest,
): string[] {
  const names = withheldOnRoute(standing?.withheld ?? [], routeSince);
  return names.filter((one) => !isRecent(one, now.toISOString())).map(({ name }) => name);
}

/** A freeze, once seen or suspected, is checked in every round until it is gone. */
function wasThrottled(standing: Standing | undefined): boolean {
  if (standing === undefined) return false;
  return standing.candidate !== null || standing.mechanisms.some((one) => one.includes('throttle'));
}

/** In random order, so that none is always probed first or last. */
function shuffle<One>(all: readonly One[], random: () => number): One[] {
  return all
    .map((one) => ({ one, key: random() }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ one }) => one);
}
