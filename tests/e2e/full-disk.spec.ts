import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createSmallDisk } from '../lab/browsers/small-disk.ts';
import { expect, test } from './fixtures.ts';

test('reports that a check could not be saved on a full disk, and saves again once there is room', async ({
  lab,
}) => {
  await lab.setWorld({ dns: [{ names: ['.viber.com'], answer: 'nxdomain' }] });
  const disk = createSmallDisk(lab);
  const launched = await launchExtension(lab, {
    build: '.output/chrome-mv3',
    profiles: disk.path,
  });
  const { extension } = launched;
  try {
    const first = await extension.check();
    const popup = await extension.context.newPage();
    await popup.goto(extension.address('popup.html'));
    const opens = popup.getByRole('listitem').filter({ hasText: 'Opens' });
    const check = popup.getByRole('button', { name: 'Check now' });
    await expect(opens).toHaveCount(first.services.length - 1);

    disk.fill();
    await lab.setWorld({});
    await check.click();
    await expect(popup.getByRole('alert')).toContainText('could not be saved', {
      timeout: 60_000,
    });
    await expect(popup.getByRole('listitem')).toHaveCount(first.services.length);
    await expect(opens, 'what the check saw is shown').toHaveCount(first.services.length);
    await expect(extension.page.getByRole('alert')).toContainText('could not be saved');

    disk.empty();
    await check.click();
    await expect(popup.getByRole('alert')).toBeEmpty({ timeout: 30_000 });
    await popup.reload();
    await expect(opens).toHaveCount(first.services.length);
  } finally {
    await launched.close();
    disk.remove();
  }
});
