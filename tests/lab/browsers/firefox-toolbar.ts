import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';

interface Toolbar {
  CustomizableUI: { addWidgetToArea(widget: string, area: 'nav-bar'): void };
  document: Document;
}

/** What a page of the browser itself may use. */
declare const Services: {
  wm: { getMostRecentWindow(type: 'navigator:browser'): Toolbar };
};

/** Pins the extension's icon to the toolbar, as a person does, and clicks it. */
export async function clickToolbarIcon(bidi: Bidi, extension: string): Promise<void> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true });
  const url = 'about:networking';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  await createBidiPage(bidi, context).evaluate(
    pinAndClick,
    `${extension.replaceAll(/\W/g, '_')}-browser-action`,
  );
  await bidi.send('browsingContext.close', { context });
}

/** Runs in that page. */
function pinAndClick(widget: string): void {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  window.CustomizableUI.addWidgetToArea(widget, 'nav-bar');
  const button = window.document.querySelector<HTMLElement>(
    `#nav-bar #${widget} .unified-extensions-item-action-button`,
  );
  if (button === null) throw new Error(`no icon ${widget}`);
  button.click();
}
