import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium } from '../../scripts/find-browser.mjs';
import { dashboardComplete, dashboardGrounds, dashboardPages } from '../gallery/dashboard-pages.ts';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import { complete, pageOf, shots } from '../gallery/shots.ts';
import { chromiumArguments } from '../lab/browsers/chromium-arguments.ts';
import { layoutFaults } from './layout-faults.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  const { path } = await findChromium();
  gallery = await serveGallery();
  browser = await chromium.launch({
    ...(path !== null && { executablePath: path }),
    args: chromiumArguments,
  });
  const context = await browser.newContext({ viewport: { width: 380, height: 600 } });
  page = await context.newPage();
});

test.afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** They say more than usual: what went wrong, or every kind of state at once. */
const tallStates = ['every-state', 'unsaved'];

for (const shot of shots) {
  const { state, language, scheme } = shot;

  // Its findings do not depend on the language, but on the ground and the direction.
  const usesAxe = language === 'fa' || (language === 'ru') === (scheme === 'light');

  test(`${state} in ${language}, ${scheme}, is laid out well`, async () => {
    await page.goto(gallery.address(pageOf(shot)));
    await page.locator(complete).first().waitFor({ state: 'attached' });

    expect(await page.evaluate(layoutFaults)).toEqual([]);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!tallStates.includes(state)) expect(height).toBeLessThanOrEqual(600);
    if (!usesAxe) return;
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('every state is laid out well on a screen as narrow as a phone', async () => {
  await page.setViewportSize({ width: 360, height: 640 });

  for (const shot of shots.filter(
    ({ language, scheme }) => language === 'ru' && scheme === 'light',
  )) {
    await page.goto(gallery.address(pageOf(shot)));
    await page.locator(complete).first().waitFor({ state: 'attached' });
    expect(await page.evaluate(layoutFaults), shot.state).toEqual([]);
  }
});

for (const [name, place] of Object.entries(dashboardPages)) {
  for (const ground of dashboardGrounds) {
    const { language, scheme } = ground;

    test(`the page ${name} in ${language}, ${scheme}, is laid out well`, async () => {
      await page.setViewportSize({ width: 1024, height: 700 });
      // Else only the part after # might change, and the page would not load anew.
      await page.goto('about:blank');
      await page.goto(gallery.address(`dashboard.html?${new URLSearchParams(ground)}#${place}`));
      await page
        .locator(dashboardComplete[name] ?? 'main h1')
        .first()
        .waitFor();

      expect(await page.evaluate(layoutFaults)).toEqual([]);
      // Each ground once, and each direction.
      if (language === 'ru') return;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
}
