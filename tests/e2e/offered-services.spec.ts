import { patternsOfService } from '../../lib/catalog/hosts.ts';
import { bip } from '../../lib/catalog/services/bip.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { answerYesFor } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { isPermitted } from './is-permitted.ts';

const hosts = patternsOfService(bip);

test('a messenger that is usual at home is offered, checked after a click, and gives its permission back', async ({
  lab,
}) => {
  await lab.setWorld({});
  const launched = await launchExtension(lab, {
    build: '.output/chrome-mv3',
    timeZone: 'Europe/Istanbul',
    permitsRoute: false,
  });
  try {
    const { extension } = launched;
    const { page, context } = extension;
    const offer = page.getByText('many also use: BiP');
    await answerYesFor(hosts, { context, page });
    await page.bringToFront();
    const before = await extension.check();
    expect(before.services.map(({ id }) => id)).not.toContain('bip');
    await expect(offer).toBeVisible();
    expect(await isPermitted(page, hosts)).toBe(false);

    await page.getByRole('button', { name: 'Check that, too' }).click();

    await expect(offer).toHaveCount(0);
    await showPage(page, 'settings');
    const tick = page
      .getByRole('group', { name: 'Further messengers' })
      .getByRole('checkbox', { name: 'BiP' });
    await expect(tick).toBeChecked();
    expect(await isPermitted(page, hosts)).toBe(true);
    const round = await extension.check();
    expect(round.services.find(({ id }) => id === 'bip')).toMatchObject({ state: 'ok' });

    await tick.uncheck();

    await expect.poll(() => isPermitted(page, hosts)).toBe(false);
    await expect(offer).toHaveCount(0);
  } finally {
    await launched.close();
  }
});
