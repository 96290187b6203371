import { browser } from 'wxt/browser';
import { optionalPatternsOf } from '../../catalog/hosts.ts';
import { services, wholeCatalog } from '../../catalog/index.ts';
import type { ServiceChoice } from '../../settings/wanted-services.ts';

/** The services that a person may turn on or off. All hosts are permitted to the research build. */
export function serviceChoices(): ServiceChoice[] {
  const optional = browser.runtime.getManifest().optional_host_permissions ?? [];
  return services.map((service) => {
    const { id, name, enabledByDefault } = service;
    const permissions =
      optional.length === 0 || enabledByDefault ? [] : optionalPatternsOf(wholeCatalog, service);
    return { id, name, enabledByDefault, ...(permissions.length > 0 && { permissions }) };
  });
}
