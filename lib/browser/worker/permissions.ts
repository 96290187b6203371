import { browser } from 'wxt/browser';
import { patternsFor } from '../../catalog/hosts.ts';

/** Whether the person and the manifest let us probe a URL. */
export function isPermitted(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: patternsFor(url) });
}
