import type { JournalEntry } from '../../../lib/model/journal.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { readRecords, writeRecords } from './sealed-history.ts';

type Items = Record<string, unknown>;

interface Chrome {
  storage: { session: { get(): Promise<Items>; set(items: Items): Promise<void> } };
}

/** The running round's journal: its plan from the disk, and what it has observed from the browser's memory. */
export async function readJournal(page: ExtensionPage): Promise<JournalEntry[]> {
  const plans = await readRecords<JournalEntry>(page, 'sealedJournal');
  const observed = Object.entries(await page.evaluate(readMemory, null))
    .filter(([name]) => name.startsWith('journal '))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...plans.map(([, plan]) => plan),
    ...observed.flatMap(([, all]) => all as JournalEntry[]),
  ];
}

/** Moves all of it back in time by some milliseconds. */
export async function ageJournal(page: ExtensionPage, milliseconds: number): Promise<void> {
  const earlier = (value: unknown): unknown => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)) {
      return new Date(Date.parse(value) - milliseconds).toISOString();
    }
    if (Array.isArray(value)) return value.map(earlier);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, earlier(each)]));
  };
  const plans = await readRecords(page, 'sealedJournal');
  const aged = plans.map(([key, plan]): [typeof key, unknown] => [key, earlier(plan)]);
  await writeRecords(page, 'sealedJournal', aged);
  const items = await page.evaluate(readMemory, null);
  await page.evaluate(writeMemory, earlier(items) as Items);
}

/** Runs in a page of the extension. */
function readMemory(): Promise<Items> {
  return (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.get();
}

/** Runs in a page of the extension. */
function writeMemory(items: Items): Promise<void> {
  return (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.set(items);
}
