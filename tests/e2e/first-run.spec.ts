import type { Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import {
  alarmNames,
  bringForward,
  fireAll,
  nextScheduledRound,
  secondsTo,
} from '../lab/browsers/alarms.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import type { Lab } from '../lab/lab.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { openPopup } from './open-popup.ts';

/** Chromium contacts these by itself; the extension does not. */
const browserOwn = /^(accounts|android\.clients|clients\d)\.google\.com$|\.(googleapis|gvt1)\.com$/;

const launchFirefox = firefoxLauncher({
  stores: '.output/firefox-mv3',
  research: '.output/firefox-mv3-research',
});

const languages = {
  en: {
    code: 'en-US',
    agree: 'Start checking',
    check: 'Check now',
    more: 'More',
    hour: 'For an hour',
    paused: /^Paused until .*\d/,
    resume: 'Resume',
    seen: 'Who can see it',
    what: 'What is sent, how often, and who sees it',
    open: 'Start on a page of its own',
  },
  ru: {
    code: 'ru-RU',
    agree: 'Начать проверки',
    check: 'Проверить сейчас',
    more: 'Ещё',
    hour: 'На час',
    paused: /^Пауза до .*\d/,
    resume: 'Продолжить',
    seen: 'Кто может это увидеть',
    what: 'Что отправляется, как часто и кто это увидит',
    open: 'Начать на отдельной странице',
  },
};

/** The names that the extension asked for, as the lab's servers saw them. */
async function namesIn(lab: Lab): Promise<string[]> {
  const names = (await lab.log()).flatMap(({ name }) => name ?? []);
  return names.filter((name) => !browserOwn.test(name));
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe('before a yes', () => {
  test.use({ agrees: false });

  test('nothing is sent, though every alarm goes off and a program asks', async ({
    extension,
    lab,
  }) => {
    await extension.firstPage();
    expect(await alarmNames(extension)).toEqual([]);

    await fireAll(extension);

    expect(await namesIn(lab)).toEqual([]);
    expect(await alarmNames(extension)).toEqual([]);
    const asking = extension.ask('startRound', { services: null });
    await expect(asking).rejects.toThrow('agreed: found false, allowed: true');
    expect(await namesIn(lab)).toEqual([]);
    expect(await extension.read('rounds')).toEqual([]);
  });

  test('a worker that starts anew sends nothing either', async ({ extension, lab }) => {
    await extension.firstPage();

    await extension.killWorker();
    await fireAll(extension);

    expect(await extension.ask('getProgress')).toBeNull();
    expect(await namesIn(lab)).toEqual([]);
  });

  for (const [name, words] of Object.entries(languages)) {
    test.describe(`in ${name}`, () => {
      test.use({ language: words.code });

      test('the first page tells what will be sent, and a click begins', async ({ extension }) => {
        const page = await extension.firstPage();
        await expect(page.getByRole('heading', { name: words.seen })).toBeVisible();
        expect(await axeViolations(page)).toEqual([]);

        await button(page, words.agree).click();

        await expect(page).toHaveURL(extension.address('dashboard.html'));
        await expect
          .poll(() => extension.read('rounds'), { timeout: 60_000 })
          .toMatchObject([{ trigger: 'manual' }]);
        await expect.poll(() => alarmNames(extension)).toContain('schedule');
      });

      test('the popup tells it too, and a click begins, without the look at the route', async ({
        extension,
      }) => {
        const popup = await openPopup(extension);
        await popup.getByText(words.what).click();
        await expect(popup.getByRole('heading', { name: words.seen })).toBeVisible();
        expect(await axeViolations(popup)).toEqual([]);

        await button(popup, words.agree).click();

        await expect
          .poll(() => extension.read('rounds'), { timeout: 60_000 })
          .toMatchObject([{ trigger: 'manual', routing: { signals: [] } }]);
        await expect(button(popup, words.check)).toBeVisible();
      });

      test('the popup leads to that page, and shows what the click there began', async ({
        extension,
      }) => {
        const popup = await openPopup(extension);
        await expect(button(popup, words.check)).toHaveCount(0);
        expect(await axeViolations(popup)).toEqual([]);

        const opening = extension.context.waitForEvent('page');
        await popup.getByRole('link', { name: words.open }).click();
        const page = await opening;
        await expect(page).toHaveURL(extension.address('welcome.html'));
        await button(page, words.agree).click();

        await expect(popup.getByRole('listitem')).toHaveCount(10);
        await expect(button(popup, words.check)).toBeVisible({ timeout: 60_000 });
        expect(await extension.read('rounds')).toMatchObject([{ trigger: 'manual' }]);
      });
    });
  }

  test('the dashboard asks too, with the settings beside it', async ({ extension }) => {
    const { page } = extension;

    await showPage(page, 'settings');
    await page.getByRole('checkbox', { name: 'Viber' }).uncheck();
    await showPage(page, 'overview');
    await button(page, 'Start checking').click();

    await expect.poll(() => extension.read('rounds'), { timeout: 60_000 }).toHaveLength(1);
    const [round] = await extension.read<Round>('rounds');
    const ids = round?.services.map(({ id }) => id);
    expect(ids).toHaveLength(9);
    expect(ids).not.toContain('viber');
  });
});

test('Firefox, too, sends nothing before a yes', async ({ lab }) => {
  await lab.setWorld({});
  await lab.clearLog();
  const browser = await launchFirefox(lab, { agrees: false });
  try {
    await fireAll(browser);

    expect(await lab.log()).toEqual([]);
    expect(await browser.progress()).toBeNull();
    await createAsk(browser.page)('agree', { check: true });
    await expect.poll(() => namesIn(lab), { timeout: 30_000 }).toContain('www.viber.com');
  } finally {
    await browser.close();
  }
});

for (const [name, words] of Object.entries(languages)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('while it is paused nothing is sent but by hand, until it is resumed', async ({
      extension,
      lab,
    }) => {
      await extension.check(['max']);
      const popup = await openPopup(extension);

      await button(popup, words.more).click();
      await button(popup, words.hour).click();
      await expect(popup.getByText(words.paused).first()).toBeVisible();
      await expect.poll(() => toolbarButton(popup)).toMatchObject({ text: 'II' });
      await expect(button(popup, words.more)).toBeFocused();
      await expect(button(popup, words.hour)).toHaveCount(0);
      expect(await axeViolations(popup)).toEqual([]);
      await expect.poll(() => secondsTo(extension, 'schedule')).toBeGreaterThan(3600);
      expect(await alarmNames(extension)).toEqual(['schedule']);
      await lab.clearLog();
      await fireAll(extension);
      expect(await namesIn(lab)).toEqual([]);
      expect(await extension.read('rounds')).toHaveLength(1);

      await button(popup, words.check).click();
      await expect.poll(() => extension.read('rounds'), { timeout: 30_000 }).toHaveLength(2);
      await extension.roundIsOver();
      await expect(popup.getByText(words.paused).first()).toBeVisible();
      await expect.poll(() => alarmNames(extension)).toEqual(['schedule']);

      await button(popup, words.resume).click();
      await expect(popup.getByText(words.paused)).toHaveCount(0);
      await expect.poll(() => toolbarButton(popup)).toMatchObject({ text: '' });
      await expect.poll(() => secondsTo(extension, 'schedule')).toBeLessThanOrEqual(120);
      expect(await nextScheduledRound(extension)).toMatchObject({ trigger: 'schedule' });
    });
  });
}

test('a pause ends a round that began by itself', async ({ extension, lab }) => {
  await lab.setWorld({ latencyMs: 300 });
  await bringForward(extension, 'schedule');
  await expect.poll(() => extension.ask('getProgress')).toMatchObject({ trigger: 'schedule' });

  await extension.ask('changeSettings', { pausedUntil: 'resumed' });

  await extension.roundIsOver();
  expect(await extension.read('rounds')).toEqual([]);
  await expect.poll(() => alarmNames(extension)).toEqual([]);
});

test('without automatic checks no alarm is set, after a check neither', async ({ extension }) => {
  const { page } = extension;

  await showPage(page, 'settings');
  await page
    .getByRole('combobox', { name: 'Automatic checks' })
    .selectOption('none, only when I ask');
  await showPage(page, 'overview');

  await expect(page.getByText('Checks run only when you ask.')).toBeVisible();
  await expect.poll(() => alarmNames(extension)).toEqual([]);
  await extension.check(['max']);
  await expect.poll(() => alarmNames(extension)).toEqual([]);
});

test('a longer interval takes effect at once', async ({ extension }) => {
  const { page } = extension;

  await showPage(page, 'settings');
  await page.getByRole('combobox', { name: 'Automatic checks' }).selectOption('every 3 hours');

  await expect.poll(() => secondsTo(extension, 'schedule')).toBeGreaterThan(0.8 * 180 * 60 - 60);
});

test('a service that is off is not asked, and one stays on', async ({ extension, lab }) => {
  const { page } = extension;
  const services = page.getByRole('group', { name: 'Messengers to check' }).getByRole('checkbox');
  await showPage(page, 'settings');
  await expect(services).toHaveCount(10);
  const others = (await services.all()).filter((_, index) => index > 0);
  for (const service of others) await service.uncheck();
  await expect(services.first()).toBeDisabled();
  await expect
    .poll(async () => Object.values((await extension.ask('changeSettings', {})).services))
    .toEqual(others.map(() => false));
  await lab.clearLog();

  const round = await extension.check();

  expect(round.services).toHaveLength(1);
  expect(await namesIn(lab)).not.toContain('www.viber.com');
  await page.reload();
  await expect(services.nth(1)).not.toBeChecked();
});

test('the button in the toolbar can be discreet', async ({ extension }) => {
  const { page } = extension;
  await extension.check(['max']);

  await showPage(page, 'settings');
  await page.getByRole('checkbox', { name: 'A discreet look' }).check();

  await expect.poll(() => toolbarButton(page)).toEqual({ text: '', title: 'Dozvon' });
  await extension.check(['max']);
  expect(await toolbarButton(page)).toEqual({ text: '', title: 'Dozvon' });
});

interface Action {
  getBadgeText(of: object): Promise<string>;
  getTitle(of: object): Promise<string>;
}

function toolbarButton(page: Page): Promise<{ text: string; title: string }> {
  return page.evaluate(async () => {
    const { action } = (globalThis as unknown as { chrome: { action: Action } }).chrome;
    return { text: await action.getBadgeText({}), title: await action.getTitle({}) };
  });
}
