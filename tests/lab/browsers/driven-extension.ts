import { expect } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { type Ask, createAsk } from '../../../scripts/check/ask.ts';
import { readJournal } from './round-journal.ts';
import { readRecords } from './sealed-history.ts';

type ReadStore = 'rounds' | 'standings' | 'journal';

/** The extension in either browser, driven through one of its own pages. */
export interface DrivenExtension {
  /** A page that stays open and through which tests message the worker. */
  page: ExtensionPage;
  ask: Ask;
  /** Waits until no round is running. */
  roundIsOver(): Promise<void>;
  /** Runs a check as a person would, and resolves with the recorded round. */
  check(services?: string[]): Promise<Round>;
  /** All entries of one part of the history, read directly and not through the worker. */
  read<T>(store: ReadStore): Promise<T[]>;
}

export function driveExtension<Page extends ExtensionPage>(
  page: Page,
): DrivenExtension & { page: Page } {
  const ask = createAsk(page);
  async function roundIsOver(): Promise<void> {
    await expect.poll(() => ask('getProgress'), { timeout: 150_000, intervals: [100] }).toBeNull();
  }
  return {
    page,
    ask,
    roundIsOver,
    async check(services) {
      const id = await ask('startRound', { services: services ?? null });
      await roundIsOver();
      const round = await ask('getRound', { id });
      expect(round, 'the round was recorded').not.toBeNull();
      return round as Round;
    },
    read: (store) => readStore(page, store),
  };
}

async function readStore<T>(page: ExtensionPage, store: ReadStore): Promise<T[]> {
  if (store === 'standings') {
    const facts = await readRecords<T[]>(page, 'sealedFacts');
    return facts.find(([name]) => name === store)?.[1] ?? [];
  }
  if (store === 'journal') return (await readJournal(page)) as T[];
  return (await readRecords<T>(page, 'sealedRounds')).map(([, value]) => value);
}
