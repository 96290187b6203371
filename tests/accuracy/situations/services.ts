import { isDomestic } from '../../../lib/catalog/domestic.ts';
import type { Service } from '../../../lib/catalog/schema.ts';
import type { Setting } from './situation.ts';

/** Picks one of the services that are on by default. */
export function aService(
  { catalog, random }: Setting,
  isMeant: (service: Service) => boolean = () => true,
): Service {
  const [first, ...rest] = catalog.services.filter(
    (service) => service.enabledByDefault && isMeant(service),
  );
  if (first === undefined) throw new Error('No service of the catalog is meant');
  return random.pick([first, ...rest]);
}

export function someServices(setting: Setting, isMeant: (service: Service) => boolean): Service[] {
  const chosen = new Set<Service>();
  for (let drawn = setting.random.pick([1, 1, 3, 8]); drawn > 0; drawn -= 1) {
    chosen.add(aService(setting, isMeant));
  }
  return [...chosen];
}

/** Those that are on by default and not at home. */
export function foreignServices({ catalog }: Setting): Service[] {
  return catalog.services.filter((one) => one.enabledByDefault && !isDomestic(one, catalog.home));
}

export function idsOf(services: readonly Service[]): Set<string> {
  return new Set(services.map(({ id }) => id));
}

export function hostsOf(...services: readonly Service[]): Set<string> {
  return new Set(
    services.flatMap(({ targets }) =>
      targets.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname)),
    ),
  );
}
