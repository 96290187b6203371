import { type OwnService, ownServicePrefix } from '../model/own-service.ts';
import { isWithin, registeredDomains } from './own-domains.ts';
import type { Catalog, Service, Target } from './schema.ts';

/** Names that belong to a country, beside those that are its code. */
const namesOfCountries: Readonly<Record<string, string>> = {
  su: 'RU',
  uk: 'GB',
  'xn--p1ai': 'RU',
  'xn--90ais': 'BY',
  'xn--j1amh': 'UA',
  'xn--80ao21a': 'KZ',
};

/** Stands for a country that is not known (ISO 3166-1 leaves it to users). */
const unknownCountry = 'ZZ';

/** A catalog with the services that a person added, after its own. */
export function withOwnServices(catalog: Catalog, own: readonly OwnService[]): Catalog {
  const ids = new Set(catalog.services.map(({ id }) => id));
  const added = own.filter(({ id }) => id.startsWith(ownServicePrefix) && !ids.has(id));
  return {
    ...catalog,
    services: [...catalog.services, ...added.map((one) => serviceOf(one, catalog))],
  };
}

/** One required role, and one target that decides it. */
export function serviceOf(own: OwnService, { services }: Pick<Catalog, 'services'>): Service {
  const target = targetOf(own);
  const { hostname } = new URL(own.url);
  const known = services.find(({ targets }) => isWithin(hostname, registeredDomains(targets)));
  return {
    id: own.id,
    name: own.name,
    operator: known?.operator ?? registeredDomains([target])[0] ?? hostname,
    operatorCountry: known?.operatorCountry ?? countryOf(hostname),
    enabledByDefault: true,
    sentinel: target.id,
    roles: [{ role: 'web', required: true, match: 'all' }],
    targets: [target],
  };
}

function targetOf({ id, url, contains }: OwnService): Target {
  const asked = { role: 'web', kind: 'https', votes: true } as const;
  const common = { ...asked, id: `${id}/web`, urls: [url] };
  return contains === null
    ? { ...common, method: 'HEAD', rule: 'any_http' }
    : { ...common, method: 'GET', rule: 'marker', contains };
}

/** By its name: hosts at home are not asked while traffic may take a detour. */
function countryOf(host: string): string {
  const last = host.split('.').at(-1) ?? '';
  return namesOfCountries[last] ?? (last.length === 2 ? last.toUpperCase() : unknownCountry);
}
