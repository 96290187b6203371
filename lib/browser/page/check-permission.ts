interface Origins {
  origins: readonly string[];
}

declare const chrome: {
  permissions: {
    contains(some: Origins): Promise<boolean>;
    request(some: Origins): Promise<boolean>;
  };
  runtime: { getManifest(): { host_permissions?: readonly string[] } };
};

/** Whether the browser permits all sites that checks need at the defaults: a person may have taken them away. */
export function isCheckPermitted(): Promise<boolean> {
  return chrome.permissions.contains(neededSites());
}

/** Has the browser ask the person for them. Call it synchronously in the click. */
export async function requestCheckPermission(): Promise<boolean> {
  return chrome.permissions.request(neededSites());
}

function neededSites(): Origins {
  return { origins: chrome.runtime.getManifest().host_permissions ?? [] };
}
