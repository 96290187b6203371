import type { OwnService } from '../model/own-service.ts';
import type { CheckSettings } from './check-settings.ts';

/** What the settings need to know of a service of the catalog. */
export interface ServiceDefault {
  id: string;
  /** Where the person is at home. */
  enabledByDefault: boolean;
}

/** A service that a person may turn on or off. */
export interface ServiceChoice extends ServiceDefault {
  name: string;
  /** Match patterns that the browser must permit before the service can be asked; left out if it does already. */
  permissions?: readonly string[];
  /** Usual where the person is at home, and off until the browser permits it, for which a click is needed. */
  offered?: true;
  /** Its operator is where the person is at home. */
  atHome?: true;
  /** Of a service that the person added. */
  own?: Pick<OwnService, 'url' | 'contains'>;
}

type Chosen = Pick<CheckSettings, 'services'>;

export function isWanted({ services }: Chosen, { id, enabledByDefault }: ServiceDefault): boolean {
  return services[id] ?? enabledByDefault;
}

/** Ids of the services that are on, in the catalog's order. */
export function wantedServices(settings: Chosen, catalog: readonly ServiceDefault[]): string[] {
  return catalog.filter((service) => isWanted(settings, service)).map(({ id }) => id);
}

/** The services that a page offers: those usual at home of which the person said neither yes nor no. */
export function offeredServices(
  { services }: Chosen,
  catalog: readonly ServiceChoice[],
): ServiceChoice[] {
  return catalog.filter(({ id, offered }) => offered === true && services[id] === undefined);
}
