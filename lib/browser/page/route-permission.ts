interface Permissions {
  contains(some: { origins: readonly string[] }): Promise<boolean>;
  request(some: { origins: readonly string[] }): Promise<boolean>;
  remove(some: { origins: readonly string[] }): Promise<boolean>;
  onAdded: { addListener(listener: () => void): void };
  onRemoved: { addListener(listener: () => void): void };
}

declare const chrome: {
  permissions: Permissions;
  runtime: { getManifest(): { optional_host_permissions?: string[] } };
};

/*
 * The optional permission to look at the route. Firefox, too, has `chrome` with promises; the polyfill loads
 * later than the first frame needs it, and a request after an await is no longer part of the click.
 */

/** Only the route's hosts are optional; the research build, to which all hosts are granted, has none. */
function origins(): readonly string[] {
  return chrome.runtime.getManifest().optional_host_permissions ?? [];
}

export async function isRoutePermitted(): Promise<boolean> {
  return origins().length === 0 || chrome.permissions.contains({ origins: origins() });
}

/** Has the browser ask the person, unless they agreed before. Call it synchronously in the click. */
export async function requestRoutePermission(): Promise<boolean> {
  return origins().length === 0 || chrome.permissions.request({ origins: origins() });
}

export async function removeRoutePermission(): Promise<void> {
  if (origins().length > 0) await chrome.permissions.remove({ origins: origins() });
}

/** Calls back when permissions change, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
  chrome.permissions.onRemoved.addListener(listener);
}
