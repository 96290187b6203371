import type { Round } from '../model/round.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';

export interface NamedService {
  id: string;
  name: string;
}

/** Names a service by its id; one that is in neither keeps its id. */
export function nameFinder(
  latest: Pick<Round, 'services'> | null,
  services: readonly ServiceChoice[],
): (id: string) => string {
  const names = new Map(
    [...services, ...(latest?.services ?? [])].map(({ id, name }) => [id, name]),
  );
  return (id) => names.get(id) ?? id;
}
