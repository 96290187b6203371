import { expect } from '@playwright/test';
import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';

/**
 * Clicks an element of the first tab as a person does. Firefox asks for a permission in such a click alone,
 * not in one that a script makes.
 */
export async function clickInFirefox(bidi: Bidi, selector: string): Promise<void> {
  const tabs = async () => (await bidi.send('browsingContext.getTree', { maxDepth: 0 })).contexts;
  // The first page opens in front of it, some time after the installation.
  await expect.poll(async () => (await tabs()).length, { timeout: 30_000 }).toBeGreaterThan(1);
  const context = (await tabs())[0]?.context ?? '';
  await bidi.send('browsingContext.activate', { context });
  const page = createBidiPage(bidi, context);
  await expect.poll(() => page.evaluate(() => document.visibilityState, null)).toBe('visible');
  const isThere = () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
  await expect.poll(isThere, `${selector} is there`).toBe(true);
  const found = await bidi.send('script.callFunction', {
    functionDeclaration: show.toString(),
    arguments: [{ type: 'string', value: selector }],
    target: { context },
    awaitPromise: true,
  });
  const sharedId = found.type === 'success' ? found.result.sharedId : undefined;
  if (sharedId === undefined) throw new Error(`nothing matches ${selector}`);
  // By the element, not by its place: the page may still be growing.
  const origin = { type: 'element', element: { sharedId } } as const;
  const actions = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ] as const;
  const mouse = { type: 'pointer', id: 'mouse', actions } as const;
  await bidi.send('input.performActions', { context, actions: [mouse] });
}

/**
 * Runs in the page. What loads above an element moves it out of sight again, so it is shown until it has stayed where it
 * is for some frames.
 */
async function show(selector: string): Promise<Element | null> {
  const element = document.querySelector(selector);
  let steady = 0;
  let place = Number.NaN;
  for (let frame = 0; frame < 600 && steady < 20; frame += 1) {
    element?.scrollIntoView({ block: 'center' });
    await new Promise(requestAnimationFrame);
    const top = element?.getBoundingClientRect().top ?? 0;
    steady = top === place ? steady + 1 : 0;
    place = top;
  }
  return element;
}
