import { browser } from 'wxt/browser';
import { optionalPatternsOf } from '../../catalog/hosts.ts';
import { services, wholeCatalog } from '../../catalog/index.ts';
import type { OwnService } from '../../model/own-service.ts';
import type { ServiceChoice } from '../../settings/wanted-services.ts';
import { readOwnServices } from '../own-services.ts';

/** The services of the catalog, and after them those that the person added. */
export async function readServiceChoices(): Promise<ServiceChoice[]> {
  return choicesWith(await readOwnServices());
}

/** All hosts are permitted to the research build. */
export function choicesWith(own: readonly OwnService[]): ServiceChoice[] {
  const optional = browser.runtime.getManifest().optional_host_permissions ?? [];
  const known = services.map((service) => {
    const { id, name, enabledByDefault } = service;
    const permissions =
      optional.length === 0 || enabledByDefault ? [] : optionalPatternsOf(wholeCatalog, service);
    return { id, name, enabledByDefault, ...(permissions.length > 0 && { permissions }) };
  });
  const added = own.map(({ id, name, url, contains }) => ({
    id,
    name,
    enabledByDefault: true,
    own: { url, contains },
  }));
  return [...known, ...added];
}
