import type { Page } from '@playwright/test';

declare const chrome: {
  permissions: { contains(some: { origins: string[] }): Promise<boolean> };
};

/** Whether the extension of a page may access all hosts of these match patterns. */
export function isPermitted(page: Page, origins: string[]): Promise<boolean> {
  return page.evaluate((all) => chrome.permissions.contains({ origins: all }), origins);
}
