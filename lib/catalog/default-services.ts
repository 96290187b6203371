import type { CatalogData } from './catalog-for.ts';
import type { Service } from './schema.ts';

/**
 * Whether a service is on for people at home in a country who chose nothing.
 * @param country ISO 3166-1 alpha-2; null where it is unknown
 */
export function isOnByDefault(
  { countries }: Pick<CatalogData, 'countries'>,
  country: string | null,
  { id, enabledByDefault }: Pick<Service, 'id' | 'enabledByDefault'>,
): boolean {
  const { services = [] } = countries.find((one) => one.country === country) ?? {};
  return services.find(({ service }) => service === id)?.on ?? enabledByDefault;
}
