import { type Browser, browser } from 'wxt/browser';
import type { CatalogData } from '../../../catalog/catalog-for.ts';
import { isOnByDefault } from '../../../catalog/default-services.ts';
import { patternsOfService } from '../../../catalog/hosts.ts';
import type { Service } from '../../../catalog/schema.ts';
import type { OwnService } from '../../../model/own-service.ts';
import type { ServiceChoice } from '../../../settings/wanted-services.ts';
import { readHomeCountry } from '../route/home-country.ts';
import { readOwnServices } from '../stored/own-services.ts';
import { readOwnCatalog } from './catalog-data.ts';

/** What the services to choose from depend on. */
export interface ChoiceSources {
  data: CatalogData;
  /** The person's home country, ISO 3166-1 alpha-2; null where it is unknown. */
  country: string | null;
  own: readonly OwnService[];
}

/** The services of the catalog, and after them those that the person added. */
export async function readServiceChoices(): Promise<ServiceChoice[]> {
  return choicesFrom(await readChoiceSources());
}

export async function readChoiceSources(): Promise<ChoiceSources> {
  const [{ data }, country, own] = await Promise.all([
    readOwnCatalog(),
    readHomeCountry(),
    readOwnServices(),
  ]);
  return { data, country, own };
}

export function choicesFrom({ data, country, own }: ChoiceSources): ServiceChoice[] {
  const manifest = browser.runtime.getManifest();
  const known = data.world.services.map((service) =>
    choiceOf(service, country, {
      isUsual: isOnByDefault(data, country, service),
      permissions: furtherPatternsOf(service, manifest),
    }),
  );
  const added = own.map(({ id, name, url, contains }) => ({
    id,
    name,
    enabledByDefault: true,
    own: { url, contains },
  }));
  return [...known, ...added];
}

/**
 * What the browser would have to be asked for is offered instead of being on. Services that are on everywhere got
 * their permission with the extension, or with the catalogue's file.
 */
function choiceOf(
  { id, name, operatorCountry, enabledByDefault }: Service,
  country: string | null,
  { isUsual, permissions }: { isUsual: boolean; permissions: string[] },
): ServiceChoice {
  const isOn = isUsual && (enabledByDefault || permissions.length === 0);
  return {
    id,
    name,
    enabledByDefault: isOn,
    ...(isUsual && !isOn && { offered: true as const }),
    ...(permissions.length > 0 && { permissions }),
    ...(operatorCountry === country && { atHome: true as const }),
  };
}

/** Those that do not come with the extension. All hosts are permitted to the research build. */
function furtherPatternsOf(
  service: Service,
  {
    host_permissions: given = [],
    optional_host_permissions: optional = [],
  }: Browser.runtime.Manifest,
): string[] {
  if (optional.length === 0) return [];
  return patternsOfService(service).filter((pattern) => !given.includes(pattern));
}
