import { patternsFor } from '../../catalog/hosts.ts';
import { hasAllSites } from '../has-all-sites.ts';

declare const chrome: {
  permissions: { request(some: { origins: string[] }): Promise<boolean> };
  runtime: { getManifest(): object };
};

/**
 * Has the browser ask the person for access to a site, unless it has it. Call it synchronously in the click. The
 * research build has all sites.
 */
export async function requestSitePermission(url: string): Promise<boolean> {
  if (hasAllSites(chrome.runtime.getManifest())) return true;
  return chrome.permissions.request({ origins: patternsFor(url) });
}
