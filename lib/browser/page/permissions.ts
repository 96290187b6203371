import { patternsFor } from '../../catalog/hosts.ts';
import { hasAllSites } from '../has-all-sites.ts';
import type { Chrome } from './chrome.ts';

declare const chrome: Chrome;

/** The hosts that only the look at the route needs; the build puts them here (`wxt.config.ts`). */
declare const ROUTE_HOSTS: readonly string[];

/*
 * What has the browser ask the person is to be called synchronously in the click. It asks nothing where they agreed before.
 */

/** Has the browser ask the person for optional hosts. */
export async function requestHosts(origins: readonly string[]): Promise<boolean> {
  return origins.length === 0 || chrome.permissions.request({ origins });
}

/** Has the browser ask the person for access to a site. The research build has all sites. */
export async function requestSitePermission(url: string): Promise<boolean> {
  if (hasAllSites(chrome.runtime.getManifest())) return true;
  return chrome.permissions.request({ origins: patternsFor(url) });
}

/** Whether the browser permits all sites that checks need at the defaults: a person may have taken them away. */
export function isCheckPermitted(): Promise<boolean> {
  return chrome.permissions.contains({ origins: sitesOfChecks() });
}

/** Has the browser ask the person for them. */
export async function requestCheckPermission(): Promise<boolean> {
  return chrome.permissions.request({ origins: sitesOfChecks() });
}

function sitesOfChecks(): readonly string[] {
  return chrome.runtime.getManifest().host_permissions ?? [];
}

/** Whether the browser permits the look at the route. */
export async function isRoutePermitted(): Promise<boolean> {
  return ROUTE_HOSTS.length === 0 || chrome.permissions.contains({ origins: ROUTE_HOSTS });
}

/** Has the browser ask the person for it. */
export function requestRoutePermission(): Promise<boolean> {
  return requestHosts(ROUTE_HOSTS);
}

export async function removeRoutePermission(): Promise<void> {
  if (ROUTE_HOSTS.length > 0) await chrome.permissions.remove({ origins: ROUTE_HOSTS });
}

/** Calls back when permissions change, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
  chrome.permissions.onRemoved.addListener(listener);
}
