import { browser } from 'wxt/browser';
import { hostPattern } from '../catalog/hosts.ts';

/** Whether the person and the manifest let us probe a URL. */
export function isPermitted(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(url)] });
}
