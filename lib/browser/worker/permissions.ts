import { browser } from 'wxt/browser';
import { hostPatterns, patternsFor } from '../../catalog/hosts.ts';
import { wholeCatalog } from '../../catalog/index.ts';

/** Whether the extension has the host permissions to probe a URL. */
export function isPermitted(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: patternsFor(url) });
}

/** Whether the extension has the optional permission to look at the route. */
export function isRoutePermitted(): Promise<boolean> {
  return browser.permissions.contains({ origins: hostPatterns(wholeCatalog).route });
}
