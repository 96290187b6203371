interface Permissions {
  contains(some: { origins: readonly string[] }): Promise<boolean>;
  request(some: { origins: readonly string[] }): Promise<boolean>;
  remove(some: { origins: readonly string[] }): Promise<boolean>;
  onAdded: { addListener(listener: () => void): void };
  onRemoved: { addListener(listener: () => void): void };
}

declare const chrome: {
  permissions: Permissions;
};

/** The hosts that only the look at the route needs; the build puts them here (`wxt.config.ts`). */
declare const ROUTE_HOSTS: readonly string[];

/*
 * The optional permissions: to look at the route, and to ask services that are off by default. Firefox, too, has `chrome`
 * with promises; a request after what loads later would be no part of the click any more.
 */

export async function isRoutePermitted(): Promise<boolean> {
  return ROUTE_HOSTS.length === 0 || chrome.permissions.contains({ origins: ROUTE_HOSTS });
}

/** Has the browser ask the person, unless they agreed before. Call it synchronously in the click. */
export async function requestRoutePermission(): Promise<boolean> {
  return requestHosts(ROUTE_HOSTS);
}

/** The same for other optional hosts, as those of a service. */
export async function requestHosts(origins: readonly string[]): Promise<boolean> {
  return origins.length === 0 || chrome.permissions.request({ origins });
}

export async function removeRoutePermission(): Promise<void> {
  if (ROUTE_HOSTS.length > 0) await chrome.permissions.remove({ origins: ROUTE_HOSTS });
}

/** Calls back when permissions change, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
  chrome.permissions.onRemoved.addListener(listener);
}
