import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { clickToolbarIcon } from '../lab/browsers/firefox-toolbar.ts';
import { idOfExtension } from '../lab/browsers/route-permission.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';

declare const chrome: {
  extension: { getViews(filter: { type: 'popup' }): Window[] };
};

for (const isFirst of [true, false]) {
  const when = isFirst ? 'before the first check' : 'after a check';
  test(`Firefox opens the popup at the toolbar in its own width, buttons in sight, ${when}`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
    try {
      if (!isFirst) await browser.check();

      await clickToolbarIcon(browser.bidi, await idOfExtension(browser.page));

      await expect
        .poll(() => measurePopup(browser.page))
        .toEqual({
          services: isFirst ? 0 : defaultServiceCount,
          width: 380,
          tooWide: 0,
          buttonsInSight: 2,
        });
    } finally {
      await browser.close();
    }
  });
}

/** How the popup lies in the window that the browser gives it; null while none is open. */
function measurePopup(page: ExtensionPage) {
  return page.evaluate(() => {
    const [view] = chrome.extension.getViews({ type: 'popup' });
    if (view === undefined) return null;
    const { document, innerHeight } = view;
    const { clientWidth, scrollWidth } = document.documentElement;
    const buttons = [...document.querySelectorAll('footer > button, footer .main')];
    return {
      services: document.querySelectorAll('.service').length,
      width: document.body.offsetWidth,
      tooWide: scrollWidth - clientWidth,
      buttonsInSight: buttons.filter(
        (button) => button.getBoundingClientRect().bottom <= innerHeight,
      ).length,
    };
  }, null);
}
