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
