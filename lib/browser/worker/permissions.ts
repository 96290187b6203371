import { browser } from 'wxt/browser';
import { patternsFor } from '../../catalog/hosts.ts';

/** Whether the extension has the host permissions to probe a URL. */
export function isPermitted(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: patternsFor(url) });
}
