import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { catalog } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { type FirefoxLabBrowser, firefoxLauncher } from '../lab/browsers/firefox.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { isRoutePermitted, revokeRoute } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { returnHosts, withholdHosts } from '../lab/browsers/withhold-hosts.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';

const builds = {
  chromium: '.output/chrome-mv3',
  chromiumResearch: '.output/chrome-mv3-research',
  firefox: '.output/firefox-mv3',
  firefoxResearch: '.output/firefox-mv3-research',
};
const launchFirefox = firefoxLauncher({
  stores: builds.firefox,
  research: builds.firefoxResearch,
});

const words = {
  box: 'Also tell whether my traffic goes through my provider',
  agree: 'Start checking',
  tick: 'Look at which way traffic goes, and show it',
  off: 'which way traffic goes is not looked at',
  missing: 'the browser’s permission for it is missing',
  explained: 'The browser does not allow access to the sites that this takes',
};

/** A host and path that only the route asks; another part of a round asks none of them. */
const routeRequests = [...catalog.echoes, ...catalog.blockedCanaries, ...catalog.homeOnlySites].map(
  ({ url }) => new URL(url),
);

/** What the lab's servers saw of it. */
async function routeRequestsIn(lab: Lab): Promise<string[]> {
  const wanted = new Set(routeRequests.map(({ hostname, pathname }) => hostname + pathname));
  const names = new Set(
    routeRequests.map(({ hostname }) => hostname).filter((host) => !isSharedHost(host)),
  );
  const log = await lab.log();
  return log.flatMap(({ name = '', path }) => {
    const isAsked = names.has(name) || (path !== undefined && wanted.has(name + path));
    return isAsked ? [`${name}${path ?? ''}`] : [];
  });
}

/** Whether other parts of a round contact it too. */
function isSharedHost(host: string): boolean {
  return host === '1.1.1.1' || host === 'www.facebook.com';
}

const signalsOf = (round: Round | undefined) => round?.routing.signals.map(({ id }) => id) ?? [];

async function firstRound(extension: Extension): Promise<Round> {
  await expect.poll(() => extension.read('rounds'), { timeout: 60_000 }).toHaveLength(1);
  await extension.roundIsOver();
  const [round] = await extension.read<Round>('rounds');
  return round as Round;
}

/** The line that tells the route, or that it is not looked at, and unfolds. */
function routeLine(page: Page) {
  return page.getByRole('group').filter({ hasText: 'The internet works' });
}

function choiceOf(page: Page) {
  return page.getByRole('checkbox', { name: words.tick });
}

test.describe('before a yes', () => {
  test.use({ agrees: false });

  test('with the box unticked, a full round asks nothing for the route, and the page says so', async ({
    extension,
    lab,
  }) => {
    const page = await extension.firstPage();
    await page.getByRole('checkbox', { name: words.box }).uncheck();

    await page.getByRole('button', { name: words.agree }).click();

    const round = await firstRound(extension);
    expect(round.services.map(({ state }) => state)).toEqual(
      Array.from({ length: defaultServiceCount }, () => 'ok'),
    );
    expect(signalsOf(round)).toEqual([]);
    expect(await routeRequestsIn(lab)).toEqual([]);
    await expect(page.getByText(words.off)).toBeVisible();
    await showPage(page, 'settings');
    await expect(choiceOf(page)).not.toBeChecked();
    expect(await isRoutePermitted(extension.page)).toBe(false);
  });

  test('with the box ticked and a yes to the browser, the route is looked at', async ({
    extension,
    lab,
  }) => {
    const page = await extension.firstPage();

    await page.getByRole('button', { name: words.agree }).click();

    const round = await firstRound(extension);
    expect(signalsOf(round)).toContain('exit-at-home');
    expect(await routeRequestsIn(lab)).toContain('api.ipquery.io/');
    await expect(routeLine(page)).toBeVisible();
    await showPage(page, 'settings');
    await expect(choiceOf(page)).toBeChecked();
  });
});

test('a permission that is taken away ends the look at the route, not the checks', async ({
  extension,
  lab,
}) => {
  const { page } = extension;
  expect(signalsOf(await extension.check())).toContain('exit-at-home');
  await page.reload();
  await expect(routeLine(page)).toBeVisible();

  await revokeRoute(page);

  await routeLine(page).locator('summary').click();
  await expect(page.getByText(words.missing)).toBeVisible();
  await expect(page.getByText('What speaks for it')).toHaveCount(0);
  await showPage(page, 'settings');
  await expect(choiceOf(page)).not.toBeChecked();
  await expect(page.getByText(words.explained)).toBeVisible();
  await lab.clearLog();
  const round = await extension.check();
  expect(round.services.map(({ state }) => state)).toEqual(
    Array.from({ length: defaultServiceCount }, () => 'ok'),
  );
  expect(signalsOf(round)).toEqual([]);
  expect(await routeRequestsIn(lab)).toEqual([]);

  // It is ticked once the browser has given the permission.
  await choiceOf(page).click();

  await expect(choiceOf(page)).toBeChecked();
  await expect(page.getByText(words.explained)).toHaveCount(0);
  expect(signalsOf(await extension.check())).toContain('exit-at-home');
});

test('to turn the look at the route off gives the permission back', async ({ extension }) => {
  const { page } = extension;
  expect(await isRoutePermitted(page)).toBe(true);

  await showPage(page, 'settings');
  await choiceOf(page).uncheck();

  await expect.poll(() => isRoutePermitted(page)).toBe(false);
  await extension.check(['max']);
  await showPage(page, 'overview');
  await expect(routeLine(page)).toContainText(words.off);
});

/** The round that the yes has started. */
async function roundIn({ page }: FirefoxLabBrowser): Promise<Round> {
  const ask = createAsk(page);
  const progress = () => ask('getProgress');
  await expect.poll(progress, { timeout: 20_000 }).not.toBeNull();
  const running = await progress();
  await expect.poll(progress, { timeout: 60_000 }).toBeNull();
  const round = await ask('getRound', { id: running?.roundId ?? '' });
  return round as Round;
}

for (const [answer, isAllowed] of [
  ['yes', true],
  ['no', false],
] as const) {
  test(`Firefox asks in the click, and ${answer} is an answer`, async ({ lab }) => {
    await lab.setWorld({});
    const setup = { hostsByNameOnly: true, agrees: false, permitsRoute: false };
    const browser = await launchFirefox(lab, setup);
    try {
      await lab.clearLog();
      await browser.click('button.main');
      const question = await browser.question();
      expect(await lab.log()).toEqual([]);

      await question.answer(isAllowed);

      const round = await roundIn(browser);
      expect(round.services).toHaveLength(defaultServiceCount);
      expect(await isRoutePermitted(browser.page)).toBe(isAllowed);
      expect(signalsOf(round).includes('exit-at-home')).toBe(isAllowed);
      expect((await routeRequestsIn(lab)).length > 0).toBe(isAllowed);
      const text = () => browser.page.evaluate(() => document.body.textContent ?? '', null);
      await expect.poll(async () => (await text()).includes(words.off)).toBe(!isAllowed);
    } finally {
      await browser.close();
    }
  });
}

test('once a person gives all sites back in the browser, an open page checks by itself', async ({
  extension,
}) => {
  const { context, page } = extension;
  await withholdHosts(context, page);
  await extension.check(['max']);
  const button = page.getByRole('button', { name: 'Allow access' });
  await expect(button).toBeVisible();

  await returnHosts(context, page);

  await expect(button).toHaveCount(0);
  await expect.poll(() => extension.read('rounds'), { timeout: 60_000 }).toHaveLength(2);
  const { services } = (await extension.read<Round>('rounds'))[1] as Round;
  expect(services.map(({ state }) => state)).toEqual(
    Array.from({ length: defaultServiceCount }, () => 'ok'),
  );
});

declare const chrome: {
  permissions: { remove(some: { origins: string[] }): Promise<boolean> };
  runtime: { getManifest(): { host_permissions: string[] } };
};

for (const [answer, isAllowed] of [
  ['yes', true],
  ['no', false],
] as const) {
  test(`Firefox asks for all sites again on the dashboard, and ${answer} is an answer`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const browser = await launchFirefox(lab, { hostsByNameOnly: true });
    const { page } = browser;
    const offers = () =>
      page.evaluate(() => document.body.textContent?.includes('Allow access') ?? false, null);
    try {
      await page.evaluate(() => {
        const { host_permissions: origins } = chrome.runtime.getManifest();
        return chrome.permissions.remove({ origins });
      }, null);
      const before = await browser.check();
      expect(before.services.every(({ reason }) => reason === 'needs-permission')).toBe(true);
      await showPage(page, 'overview');
      await expect.poll(offers).toBe(true);
      await browser.click('.situation button');
      const question = await browser.question();

      await question.answer(isAllowed);

      if (isAllowed) {
        const { services } = await roundIn(browser);
        expect(services.filter(({ state }) => state === 'ok')).toHaveLength(defaultServiceCount);
      }
      await expect.poll(offers).toBe(!isAllowed);
    } finally {
      await browser.close();
    }
  });
}

/** The tick of the first further messenger: imo. */
const furtherTick = 'fieldset[aria-describedby=how-further-services] input';

for (const [answer, isAllowed] of [
  ['yes', true],
  ['no', false],
] as const) {
  test(`a further messenger is asked after the browser got ${answer} for an answer`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const browser = await launchFirefox(lab, { hostsByNameOnly: true });
    const ask = createAsk(browser.page);
    const tick = () =>
      browser.page.evaluate(
        (selector) => document.querySelector<HTMLInputElement>(selector)?.checked ?? null,
        furtherTick,
      );
    try {
      await showPage(browser.page, 'settings');
      await expect.poll(tick).toBe(false);
      await browser.click(furtherTick);
      const question = await browser.question();

      await question.answer(isAllowed);

      await expect.poll(tick).toBe(isAllowed);
      const id = await ask('startRound', { services: null });
      await expect.poll(() => ask('getProgress'), { timeout: 60_000 }).toBeNull();
      const round = await ask('getRound', { id });
      const imo = round?.services.find((service) => service.id === 'imo');
      expect(imo?.state).toBe(isAllowed ? 'ok' : undefined);
    } finally {
      await browser.close();
    }
  });
}

interface Manifest {
  name: string;
  key?: string;
  host_permissions: string[];
  optional_host_permissions?: string[];
  browser_specific_settings?: { gecko: { id: string } };
}

function manifestOf(build: string): Manifest {
  return JSON.parse(readFileSync(`${build}/manifest.json`, 'utf8')) as Manifest;
}

test('the research build has a name and an id of its own, and asks for no optional host', () => {
  const ids = [builds.firefox, builds.firefoxResearch].map(
    (build) => manifestOf(build).browser_specific_settings?.gecko.id,
  );
  const [everyday, research] = [manifestOf(builds.chromium), manifestOf(builds.chromiumResearch)];

  expect(ids).toEqual(['dozvon@dozvon.invalid', 'dozvon-research@dozvon.invalid']);
  expect(research.name).not.toBe(everyday.name);
  expect(research.key).not.toBe(everyday.key);
  expect(research.host_permissions).toEqual(['<all_urls>']);
  expect(research.optional_host_permissions).toBeUndefined();
});

test('the research build says so, and has the same id on every computer', async ({ lab }) => {
  await lab.setWorld({});
  const launched = await launchExtension(lab, { build: builds.chromiumResearch });
  try {
    const { extension } = launched;
    const { page } = extension;

    expect(extension.address('')).toBe('chrome-extension://cgncfnhibipacgoofkconhndhgniblak/');
    await expect(page.getByText('Research build')).toBeVisible();
    await page.goto(extension.address('popup.html'));
    await expect(page.getByText('Research build')).toBeVisible();
  } finally {
    await launched.close();
  }
});
