import { patternsFor } from '../../catalog/hosts.ts';

declare const chrome: {
  permissions: { request(some: { origins: string[] }): Promise<boolean> };
  runtime: { getManifest(): { optional_host_permissions?: string[] } };
};

/**
 * Has the browser ask the person for access to a site, unless it has it. Call it synchronously in the click. The
 * research build has all sites.
 */
export async function requestSitePermission(url: string): Promise<boolean> {
  if (chrome.runtime.getManifest().optional_host_permissions === undefined) return true;
  return chrome.permissions.request({ origins: patternsFor(url) });
}
