import type { RoundProgress, ServiceProgress } from '../model/progress.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { isDetour } from './route.ts';

/** One line of the list: what is known of a service, and how far the running round is with it. */
export interface ServiceRowView {
  id: string;
  name: string;
  service: ServiceResult | null;
  progress: ServiceProgress | null;
  /** It was reached by another way than the network's own, as far as can be told. */
  viaDetour: boolean;
}

/** The round's services in their order, then those that only the running round knows. */
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
