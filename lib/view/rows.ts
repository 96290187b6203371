import type { RoundProgress, ServiceProgress } from '../model/progress.ts';
import type { Reason } from '../model/reason.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';
import { isByDetour, type RouteSeen } from './route.ts';
import { explainService, isOutweighed } from './service.ts';
import { isBlockedService } from './summary.ts';

/** One row of the list: a service's last result and its progress in the running round. */
export interface ServiceRowView {
  id: string;
  name: string;
  service: ServiceResult | null;
  progress: ServiceProgress | null;
  /** It was probably reached over a VPN or proxy. */
  viaDetour: boolean;
  /** Which way it was reached may be told. */
  showsRoute: boolean;
  /** The names of others that do not open for the same reason. */
  alike: string[];
}

/** The last round's services, what matters most first, then those that only the running round has. */
export function serviceRows(
  round: Round | null,
  progress: RoundProgress | null,
  { route, gap }: RouteSeen,
): ServiceRowView[] {
  const showsRoute = gap === null;
  const viaDetour = showsRoute && round !== null && isByDetour(round, route);
  const running = new Map(progress?.services.map((service) => [service.id, service]));
  const services = (round?.services ?? []).toSorted((a, b) => rankOf(a) - rankOf(b));
  const known = services.map((service) => ({
    id: service.id,
    name: service.name,
    service,
    progress: running.get(service.id) ?? null,
    viaDetour,
    showsRoute,
    alike: alikeOf(service, services),
  }));
  const knownIds = new Set(known.map(({ id }) => id));
  const fresh = (progress?.services ?? [])
    .filter(({ id }) => !knownIds.has(id))
    .map((service) => ({
      id: service.id,
      name: service.name,
      service: null,
      progress: service,
      viaDetour: false,
      showsRoute,
      alike: [],
    }));
  return [...known, ...fresh];
}

const ranks: Record<ServiceState, number> = {
  blocked: 1,
  likely_blocked: 1,
  impaired: 2,
  down: 3,
  insufficient: 4,
  ok: 5,
};

/** What is about to change comes first, then what does not open, and what opens last. */
function rankOf(service: ServiceResult): number {
  return isOutweighed(service) ? 0 : ranks[service.state];
}

/** Reasons that name a service apart are not alike, though they are the same. */
const ofOneAlone = new Set<Reason>(['needs-permission', 'unclear-failure']);

function alikeOf(service: ServiceResult, all: readonly ServiceResult[]): string[] {
  return all.filter((one) => one !== service && failAlike(one, service)).map(({ name }) => name);
}

function failAlike(one: ServiceResult, other: ServiceResult): boolean {
  return (
    isBlockedService(one) &&
    isBlockedService(other) &&
    one.reason === other.reason &&
    !ofOneAlone.has(one.reason)
  );
}

/** The name of an unfolded service further up that has said already why this one does not open; null without one. */
export function alreadySaidOf(
  { id, service }: ServiceRowView,
  rows: readonly ServiceRowView[],
  unfolded: ReadonlySet<string>,
): string | null {
  const above = rows.slice(
    0,
    rows.findIndex((row) => row.id === id),
  );
  const sayer = above.find(
    (row) =>
      unfolded.has(row.id) &&
      service !== null &&
      row.service !== null &&
      failAlike(row.service, service) &&
      explainService(row.service).why?.id === explainService(service).why?.id,
  );
  return sayer?.name ?? null;
}
