import { requestHosts } from './permissions.ts';

interface Origins {
  origins: readonly string[];
}

declare const chrome: {
  permissions: {
    contains(some: Origins): Promise<boolean>;
    remove(some: Origins): Promise<boolean>;
  };
};

/** The hosts that only the look at the route needs; the build puts them here (`wxt.config.ts`). */
declare const ROUTE_HOSTS: readonly string[];

export async function isRoutePermitted(): Promise<boolean> {
  return ROUTE_HOSTS.length === 0 || chrome.permissions.contains({ origins: ROUTE_HOSTS });
}

/** Has the browser ask the person, unless they agreed before. Call it synchronously in the click. */
export function requestRoutePermission(): Promise<boolean> {
  return requestHosts(ROUTE_HOSTS);
}

export async function removeRoutePermission(): Promise<void> {
  if (ROUTE_HOSTS.length > 0) await chrome.permissions.remove({ origins: ROUTE_HOSTS });
}
