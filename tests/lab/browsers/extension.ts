import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import { type Ask, createAsk } from '../../../scripts/check/ask.ts';
import { readRecords } from './sealed-history.ts';

type ReadStore = 'rounds' | 'standings' | 'journal';

/** The extension, driven through one of its own pages. */
export interface Extension {
  context: BrowserContext;
  /** A page that stays open and through which tests message the worker. */
  page: Page;
  address(path: string): string;
  /** The page that the extension opens when it is installed. */
  firstPage(): Promise<Page>;
  /** Agrees to checks as a program does, and closes the first page. */
  agree(): Promise<void>;
  ask: Ask;
  /** Waits until no round is running. */
  roundIsOver(): Promise<void>;
  /** Runs a check as a person would, and resolves with the recorded round. */
  check(services?: string[]): Promise<Round>;
  /** All entries of one part of the history, read directly and not through the worker. */
  read<T>(store: ReadStore): Promise<T[]>;
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
    context,
    page,
    address,
    ask: createAsk(page),
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
    async roundIsOver() {
      await expect
        .poll(() => extension.ask('getProgress'), { timeout: 150_000, intervals: [100] })
        .toBeNull();
    },
    async check(services) {
      const id = await extension.ask('startRound', { services: services ?? null });
      await extension.roundIsOver();
      const round = await extension.ask('getRound', { id });
      expect(round, 'the round was recorded').not.toBeNull();
      return round as Round;
    },
    read: (store) => readStore(page, store),
    async killWorker() {
      const devtools = await context.newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      await devtools.detach();
    },
  };
  return extension;
}

async function readStore<T>(page: Page, store: ReadStore): Promise<T[]> {
  if (store === 'standings') {
    const facts = await readRecords<T[]>(page, 'sealedFacts');
    return facts.find(([name]) => name === store)?.[1] ?? [];
  }
  const sealed = store === 'rounds' ? 'sealedRounds' : 'sealedJournal';
  return (await readRecords<T>(page, sealed)).map(([, value]) => value);
}
