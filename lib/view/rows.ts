import type { RoundProgress, ServiceProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { isDetour } from './route.ts';

/** One row of the list: a service's last result and its progress in the running round. */
export interface ServiceRowView {
  id: string;
  name: string;
  service: ServiceResult | null;
  progress: ServiceProgress | null;
  /** It was probably reached over a VPN or proxy. */
  viaDetour: boolean;
}

/** The last round's services in their order, then those that only the running round has. */
export function serviceRows(
  round: Round | null,
  progress: RoundProgress | null,
  showRouting = true,
): ServiceRowView[] {
  const viaDetour = showRouting && round !== null && isDetour(round.routing);
  const running = new Map(progress?.services.map((service) => [service.id, service]));
  const known = (round?.services ?? []).map((service) => ({
    id: service.id,
    name: service.name,
    service,
    progress: running.get(service.id) ?? null,
    viaDetour,
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
    }));
  return [...known, ...fresh];
}
