import type { RestoredSettings } from '../model/history-switch.ts';
import { type ServiceChoice, wantedServices } from '../settings/wanted-services.ts';
import type { BackedUpSettings } from './schema/settings.ts';

interface Here {
  /** The services to choose from here. */
  services: readonly ServiceChoice[];
  /** Whether the browser permits all that the settings need. */
  permitted: boolean;
  /** Whether the backup's catalogue can be used here. */
  fitsCatalog: boolean;
}

/**
 * Settings of a backup as they are taken over: without a permission, what needs one stays off, and the catalogue as it
 * is.
 */
export function restoredSettings(
  { checks, routing, alerts, ownServices, catalogFile, language }: BackedUpSettings,
  { services, permitted, fitsCatalog }: Here,
): RestoredSettings {
  const wanted = permitted ? checks.services : withoutPermissions(checks.services);
  return {
    checks: { ...checks, services: withAnyOn(wanted) },
    routing,
    ownServices,
    language,
    ...(alerts !== undefined && { alerts }),
    ...(catalogFile === null || (fitsCatalog && permitted) ? { catalogFile } : {}),
  };

  function withoutPermissions(chosen: Record<string, boolean>): Record<string, boolean> {
    const needy = services.filter(({ permissions = [] }) => permissions.length > 0);
    const off = [...needy.filter(({ id }) => chosen[id]), ...ownServices];
    return { ...chosen, ...Object.fromEntries(off.map(({ id }) => [id, false])) };
  }

  /** Something must be left to check. */
  function withAnyOn(chosen: Record<string, boolean>): Record<string, boolean> {
    const own = ownServices.map(({ id }) => ({ id, enabledByDefault: true }));
    const choices = [...services.filter((one) => one.own === undefined), ...own];
    if (wantedServices({ services: chosen }, choices).length > 0) return chosen;
    return Object.fromEntries(own.map(({ id }) => [id, permitted]));
  }
}
