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

/** Services, and those of the history that are not among them, at the end. */
export function withKnown(
  services: readonly NamedService[],
  known: readonly string[],
  nameOf: (id: string) => string,
): NamedService[] {
  const ids = new Set(services.map(({ id }) => id));
  const others = known.filter((id) => !ids.has(id)).map((id) => ({ id, name: nameOf(id) }));
  return [...services.map(({ id, name }) => ({ id, name })), ...others];
}
