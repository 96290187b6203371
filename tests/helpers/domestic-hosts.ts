import { isDomestic } from '../../lib/catalog/domestic.ts';
import type { Catalog } from '../../lib/catalog/schema.ts';

/** Every host of the home country that the catalog names. */
export function domesticHosts(catalog: Catalog): Set<string> {
  const services = catalog.services.filter((one) => isDomestic(one, catalog.home));
  const urls = [
    ...services.flatMap(({ targets }) => targets.flatMap((target) => target.urls)),
    ...catalog.controls.filter(({ group }) => group === 'domestic').map(({ url }) => url),
    ...catalog.resolvers.filter(({ national }) => national).map(({ url }) => url),
    ...catalog.echoes.filter(({ group }) => group === 'domestic').map(({ url }) => url),
    ...catalog.homeOnlySites.map(({ url }) => url),
  ];
  return new Set(urls.map((url) => new URL(url).hostname));
}
