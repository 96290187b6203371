import { AxeBuilder } from '@axe-core/playwright';
import { waitForSettledNetwork } from '../../scripts/check/settle.ts';
import { household } from '../lab/household.ts';
import type { ExitDescription } from '../lab/world-description.ts';
import { expect, test } from './fixtures.ts';

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };

test('tells the checks through a tunnel from those beside it', async ({ extension, lab }) => {
  const { page } = extension;
  await lab.setWorld({
    tunnel: { exit, isOff: true },
    tls: [{ names: ['.viber.com'], action: 'reset', callers: [household.address] }],
  });
  await extension.check(['viber', 'vk']);
  await lab.tunnelUp();
  await waitForSettledNetwork(page);
  await extension.check(['viber', 'vk']);
  await page.reload();

  const pairs = page.locator('.pairs').getByRole('row');
  await expect(pairs.filter({ hasText: 'Viber' })).toContainText(/Probably blocked.*Opens/);
  await expect(pairs.filter({ hasText: 'VK' })).toContainText(/Opens.*Opens/);
  const checks = page.locator('.history').getByRole('columnheader').getByRole('time');
  await expect(checks).toHaveCount(2);
  await page.getByRole('button', { name: 'By a detour (1)' }).click();
  await expect(checks).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
