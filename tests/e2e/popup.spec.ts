import type { Page } from '@playwright/test';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { openToolbarPopup } from '../lab/browsers/toolbar-popup.ts';
import { withholdHosts } from '../lab/browsers/withhold-hosts.ts';
import { axeViolations, axeViolationsByScheme } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { openPopup } from './open-popup.ts';

const languages = {
  en: { code: 'en-US', check: 'Check now', cancel: 'Cancel', blocked: 'Blocked', ok: 'Opens' },
  ru: {
    code: 'ru-RU',
    check: 'Проверить сейчас',
    cancel: 'Отменить',
    blocked: 'Заблокирован',
    ok: 'Открывается',
  },
};

const whatsappRemoved = { dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' as const }] };

/** Runs in the popup's window. */
function measurePopup({ document, innerHeight }: Window) {
  const { clientWidth, scrollWidth } = document.documentElement;
  const buttons = [...document.querySelectorAll('footer > button, footer .main')];
  return {
    services: document.querySelectorAll('.service').length,
    width: document.body.offsetWidth,
    tooWide: scrollWidth - clientWidth,
    buttonsInSight: buttons.filter((button) => button.getBoundingClientRect().bottom <= innerHeight)
      .length,
  };
}

/** Runs in the page. */
function isFocusInSight(): boolean {
  const edgeOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
  const [focus, header, footer] = [edgeOf(':focus'), edgeOf('header'), edgeOf('footer')];
  if (!focus || !header || !footer) return false;
  const isInside = document.querySelector('main :focus') !== null;
  return !isInside || (focus.top >= header.bottom && focus.bottom <= footer.top);
}

for (const [name, words] of Object.entries(languages)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('has no axe violations', async ({ extension, lab }) => {
      await lab.setWorld(whatsappRemoved);
      await extension.check(['whatsapp', 'telegram']);

      const popup = await openPopup(extension);

      await expect(popup.locator('html')).toHaveAttribute('lang', name);
      await expect(popup.getByRole('listitem').filter({ hasText: 'WhatsApp' })).toContainText(
        words.blocked,
      );
      await expect(popup.getByRole('listitem').filter({ hasText: 'Telegram' })).toContainText(
        words.ok,
      );
      expect(await axeViolationsByScheme(popup)).toEqual({ light: [], dark: [] });
    });
  });
}

test('checks on a click, shows its progress and then the verdicts', async ({ extension, lab }) => {
  await lab.setWorld({ latencyMs: 150 });
  const popup = await openPopup(extension);

  await popup.getByRole('button', { name: languages.en.check }).click();

  await expect(popup.getByRole('button', { name: languages.en.cancel })).toBeVisible();
  await expect(popup.getByRole('listitem')).toHaveCount(defaultServiceCount);
  await expect(popup.getByRole('button', { name: languages.en.check })).toBeVisible({
    timeout: 30_000,
  });
  await expect(popup.getByRole('listitem').filter({ hasText: languages.en.ok })).toHaveCount(
    defaultServiceCount,
  );
});

test('names what does not open within five seconds, long before the verdict', async ({
  extension,
  lab,
}) => {
  await lab.setWorld(whatsappRemoved);
  const popup = await openPopup(extension);
  const rowOf = (name: string) => popup.getByRole('listitem').filter({ hasText: name });

  await popup.getByRole('button', { name: languages.en.check }).click();

  await expect(rowOf('WhatsApp')).toContainText('Address not found so far', { timeout: 5_000 });
  await expect(rowOf('Telegram')).toContainText('Opens so far', { timeout: 5_000 });
  expect(await extension.ask('getProgress')).not.toBeNull();
  expect(await extension.read('rounds')).toEqual([]);
  await expect(popup.getByRole('status')).toContainText('Not opening so far: WhatsApp');
  await expect(rowOf('WhatsApp')).toContainText(languages.en.blocked, { timeout: 30_000 });
  await expect(popup.getByText('so far')).toHaveCount(0);
});

test('is driven by the keyboard alone, and can be cancelled', async ({ extension, lab }) => {
  await lab.setWorld({ offline: true });
  const popup = await openPopup(extension);
  const check = popup.getByRole('button', { name: languages.en.check });
  await expect(check).toBeVisible();

  await popup.keyboard.press('Tab');
  await expect(check).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('button', { name: languages.en.cancel })).toBeFocused();
  await popup.keyboard.press('Enter');

  await expect(check).toBeFocused();
  expect(await extension.read('rounds')).toEqual([]);
});

test('never hides the focused element behind its header or buttons', async ({ extension, lab }) => {
  const names = ['.whatsapp.com', '.whatsapp.net', '.signal.org', '.viber.com', '.discord.com'];
  await lab.setWorld({ dns: [{ names, answer: 'nxdomain' }] });
  await extension.check();
  const popup = await openPopup(extension);
  await expect(popup.getByRole('listitem')).toHaveCount(defaultServiceCount);

  const presses = [...Array(14).fill('Tab'), ...Array(13).fill('Shift+Tab')];
  const inSight: boolean[] = [];
  for (const key of presses) {
    await popup.keyboard.press(key);
    inSight.push(await popup.evaluate(isFocusInSight));
  }

  expect(inSight).toEqual(presses.map(() => true));
});

for (const isFirst of [true, false]) {
  const when = isFirst ? 'before the first check' : 'after a check';
  test(`opens at the toolbar in its own width, buttons in sight, ${when}`, async ({
    extension,
  }) => {
    if (!isFirst) await extension.check();

    const popup = await openToolbarPopup(extension);

    await expect
      .poll(() => popup.evaluate(measurePopup))
      .toEqual({
        services: isFirst ? 0 : defaultServiceCount,
        width: 380,
        tooWide: 0,
        buttonsInSight: 2,
      });
  });
}

test('shows the last verdicts while the worker is asleep', async ({ extension }) => {
  await extension.check();
  await extension.killWorker();

  const popup = await openPopup(extension);

  await expect(popup.getByRole('listitem')).toHaveCount(defaultServiceCount);
});

test('takes its texts from a copy of the same build when it opens again', async ({ extension }) => {
  await extension.check(['max']);
  const popup = await openPopup(extension);
  const copy = () => popup.evaluate(() => localStorage.getItem('texts') ?? '');
  await expect.poll(copy).toMatch(/^chrome-extension:\/\/\w+\/chunks\/popup-[\w-]+\.js en\n/);
  const asked: string[] = [];
  popup.on('request', (request) => asked.push(request.url().replace(/.*\/|-[\w-]+\.js/g, '')));

  await popup.reload();
  await expect(popup.getByRole('button', { name: languages.en.check })).toBeVisible();

  expect(asked).toContain('popup');
  expect(asked).not.toContain('pages');
});

test('keeps the chosen language', async ({ extension }) => {
  await extension.check(['max']);
  const popup = await openPopup(extension);

  await popup.getByRole('combobox', { name: 'Language' }).selectOption('Русский');
  await expect(popup.getByRole('button', { name: languages.ru.check })).toBeVisible();
  await popup.reload();

  await expect(popup.getByRole('button', { name: languages.ru.check })).toBeVisible();
});

test('unfolds by the keyboard to the reason, and leads to the page of the service', async ({
  extension,
  lab,
}) => {
  await lab.setWorld(whatsappRemoved);
  await extension.check(['whatsapp']);
  const popup = await openPopup(extension);
  const row = popup.getByRole('listitem').filter({ hasText: 'WhatsApp' }).first();

  await row.locator('summary').focus();
  await popup.keyboard.press('Enter');

  await expect(row).toContainText('“does not find” WhatsApp, though it finds other sites');
  // Another hour may have begun since the check.
  await expect(row).toContainText(/Like this since .*Last 24 hours: .*: blocked[.;]/);
  await expect(row.getByRole('list', { name: 'What gets through' })).toContainText('Messages');
  await expect(row.getByRole('link', { name: 'More on WhatsApp' })).toHaveAttribute(
    'href',
    '/dashboard.html#service/whatsapp',
  );
  expect(await axeViolations(popup)).toEqual([]);
});

test('says in one sentence what opens and what does not', async ({ extension, lab }) => {
  await lab.setWorld(whatsappRemoved);
  await extension.check();

  const popup = await openPopup(extension);

  await expect(popup.getByText('WhatsApp does not open', { exact: true }).first()).toBeVisible();
  await expect(popup.getByText(`The other ${defaultServiceCount - 1} open`)).toBeVisible();
});

test('says that there is no internet, and of no service that it is unknown', async ({
  extension,
  lab,
}) => {
  await lab.setWorld({ offline: true });
  await extension.check();

  const popup = await openPopup(extension);

  await expect(popup.getByText('No internet').first()).toBeVisible();
  await expect(popup.getByRole('listitem')).toHaveCount(0);
});

test('exports the history as CSV', async ({ extension }) => {
  const round = await extension.check(['viber']);
  const popup = await openPopup(extension);

  await popup.getByRole('button', { name: 'More', exact: true }).click();
  const lines = await downloadCsv(popup, 'Download CSV');

  const attempts = round.services.flatMap((one) => one.targets.flatMap((each) => each.attempts));
  expect(lines[0]).toMatch(/^schema_version,round_id,round_started_at,trigger,/);
  expect(lines.length - 1).toBe(attempts.length);
  expect(lines[1]).toContain(round.id);
});

test('the CSV contains the route only if the person ticked it', async ({ extension }) => {
  await extension.check(['viber']);
  const { page } = extension;
  await showPage(page, 'export');

  expect(await downloadColumn(page, 'routing')).toEqual(['']);
  await page.getByLabel('Which way traffic seemed to go').check();
  expect(await downloadColumn(page, 'routing')).toEqual(['direct']);
  await showPage(page, 'settings');
  await page.getByLabel('Look at which way traffic goes').uncheck();
  await showPage(page, 'export');
  expect(await downloadColumn(page, 'routing')).toEqual(['']);
});

test('the CSV contains the addresses of servers only if the person ticked it', async ({
  extension,
}) => {
  const round = await extension.check(['viber']);
  const { page } = extension;
  await showPage(page, 'export');

  expect(await downloadColumn(page, 'remote_ip')).toEqual(['']);
  await page.getByLabel('The addresses of servers').check();
  const attempts = round.services.flatMap((one) => one.targets.flatMap((each) => each.attempts));
  expect(await downloadColumn(page, 'remote_ip')).toEqual([
    ...new Set(attempts.map(({ remoteIp }) => remoteIp ?? '')),
  ]);
  expect(attempts.map(({ remoteIp }) => remoteIp)).toContainEqual(
    expect.stringMatching(/^2[01]\./),
  );

  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: 'More', exact: true }).click();
  expect(await downloadColumn(popup, 'remote_ip', 'Download CSV')).toEqual(['']);
  await page.reload();
  await expect(page.getByLabel('The addresses of servers')).not.toBeChecked();
});

/** The different cells of one column. */
async function downloadColumn(
  page: Page,
  name: string,
  button = 'Save the file',
): Promise<(string | undefined)[]> {
  const [header, ...rows] = (await downloadCsv(page, button)).map((line) => line.split(','));
  const index = header?.indexOf(name) ?? -1;
  return [...new Set(rows.map((cells) => cells[index]))];
}

async function downloadCsv(page: Page, button: string): Promise<string[]> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const chunks = await Array.fromAsync(await (await downloading).createReadStream());
  return Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
}

test('the dashboard has no axe violations', async ({ extension }) => {
  await extension.check();
  await extension.page.reload();

  await expect(extension.page.getByRole('slider').first()).toBeVisible();
  expect(await axeViolations(extension.page)).toEqual([]);
});

test('says that another extension stopped a check, and judges the rest', async ({ lab }) => {
  await lab.setWorld({});
  const blockedByExtension = ['.viber.com'];
  const launched = await launchExtension(lab, { build: '.output/chrome-mv3', blockedByExtension });
  try {
    const { extension } = launched;
    await extension.check(['viber', 'signal']);
    const popup = await openPopup(extension);
    const rowOf = (name: string) => popup.getByRole('listitem').filter({ hasText: name });

    await expect(rowOf('Signal')).toContainText(languages.en.ok);
    await expect(rowOf('Viber')).toContainText('Unknown');
    await rowOf('Viber').getByText('Unknown').click();
    await expect(
      popup.getByText('Another extension in this browser stopped the check of Viber.'),
    ).toBeVisible();
  } finally {
    await launched.close();
  }
});

test('says that the browser lets it check nothing once its sites are taken away', async ({
  extension,
}) => {
  await withholdHosts(extension.context, extension.page);

  await extension.check();

  const popup = await openPopup(extension);
  await expect(
    popup.getByRole('main').getByText('The browser does not let Dozvon check').first(),
  ).toBeVisible();
  await expect(popup.getByRole('link', { name: 'Allow access' })).toBeVisible();
  await expect(popup.getByText(languages.en.blocked)).toHaveCount(0);
});
