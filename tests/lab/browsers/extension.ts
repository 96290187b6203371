import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type DrivenExtension, driveExtension } from './driven-extension.ts';

/** The extension in Chromium, driven through one of its own pages. */
export interface Extension extends DrivenExtension {
  context: BrowserContext;
  page: Page;
  address(path: string): string;
  /** The page that the extension opens when it is installed. */
  firstPage(): Promise<Page>;
  /** Agrees to checks as a program does, and closes the first page. */
  agree(): Promise<void>;
  /** Kills the worker as the browser does under memory pressure. */
  killWorker(): Promise<void>;
}

export async function createExtension(context: BrowserContext): Promise<Extension> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host } = new URL(worker.url());
  const page = await context.newPage();
  const address = (path: string) => `chrome-extension://${host}/${path}`;
  await page.goto(address('dashboard.html'));

  async function findFirstPage(): Promise<Page> {
    const isFirst = (one: Page) => one.url() === address('welcome.html');
    await expect.poll(() => context.pages().some(isFirst), { timeout: 20_000 }).toBe(true);
    return context.pages().find(isFirst) as Page;
  }

  const extension: Extension = {
    ...driveExtension(page),
    context,
    address,
    async firstPage() {
      const first = await findFirstPage();
      // It may have loaded before Playwright could set its language.
      await first.reload();
      return first;
    },
    async agree() {
      // The dashboard takes its place once the person has agreed.
      await (await findFirstPage()).close();
      await page.bringToFront();
      await extension.ask('agree', { check: false });
    },
    async killWorker() {
      const devtools = await context.newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      await devtools.detach();
    },
  };
  return extension;
}
