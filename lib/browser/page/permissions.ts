interface Change {
  addListener(listener: () => void): void;
}

declare const chrome: {
  permissions: {
    request(some: { origins: readonly string[] }): Promise<boolean>;
    onAdded: Change;
    onRemoved: Change;
  };
};

/*
 * Firefox, too, has `chrome` with promises; a request after what loads later would be no part of the click any more.
 */

/** Has the browser ask the person for optional hosts, unless they agreed before. Call it synchronously in the click. */
export async function requestHosts(origins: readonly string[]): Promise<boolean> {
  return origins.length === 0 || chrome.permissions.request({ origins });
}

/** Calls back when permissions change, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
  chrome.permissions.onRemoved.addListener(listener);
}
