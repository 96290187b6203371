import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with a page, or with the part of it that a selector names. */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  // Else axe collects what is right too and sums it up in a further page, for the sake of frames of
  // other origins, which no page of ours has; that takes several times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The same in the light and in the dark, which differ in colours alone. */
export async function axeViolationsByScheme(
  page: Page,
  within?: string,
): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeViolations(page, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  return { light, dark: await axeViolations(page, within) };
}
