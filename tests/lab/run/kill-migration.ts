import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import { plainStores } from '../../../lib/history/schema.ts';
import { longHistory } from '../../helpers/long-history.ts';
import { aRound, aSignal, aStanding } from '../../helpers/rounds.ts';
import type { BrowserKeeper, KeptBrowser } from '../browsers/kept-browser.ts';
import { killProcesses } from '../browsers/kill-browser.ts';
import { type OldHistory, type OldVersion, writeOldHistory } from '../browsers/old-history.ts';
import { processesWith } from '../browsers/processes.ts';
import { readRecords, type SealedStore } from '../browsers/sealed-history.ts';
import type { Lab } from '../lab.ts';
import { readProfile } from '../profile/profile-contents.ts';
import { findSealed } from '../profile/sealed-records.ts';
import type { KilledBrowser } from './killed-browser.ts';

/** Two days and more: enough that some are finished, and that the index takes several steps. */
const roundCount = 200;
const stores: SealedStore[] = ['sealedRounds', 'sealedDays', 'sealedMonths', 'sealedTransitions'];

/** What the stores hold, opened, in the order of their keys. */
type Contents = Record<string, unknown>;

interface Migrated extends Pick<KilledBrowser, 'span'> {
  contents: Contents;
}

/** A browser with a history of an earlier version, which it seals, indexes and bundles when it starts. */
export async function createMigratingBrowser(
  lab: Lab,
  keeper: BrowserKeeper,
  version: OldVersion,
): Promise<KilledBrowser> {
  await lab.setWorld({});
  const history = oldHistory();
  const original = await makeProfile({ lab, keeper }, version, history);
  const { contents: undisturbed, span } = await migrate(copyOf(lab, original), history);
  const wrong = complaintsOf(undisturbed, { ...undisturbed, ...expected(history) });
  if (wrong.length > 0) throw new Error(`Without a kill, too: ${wrong.join(', ')}`);

  async function migrate(profile: string, { rounds }: OldHistory): Promise<Migrated> {
    const beginMs = performance.now();
    const launched = await keeper.launch(lab, profile);
    // The worker has begun before the page was there.
    const fromMs = (performance.now() - beginMs) / 2;
    await isIndexed(launched, rounds.at(-1)?.id);
    await isBundled(launched);
    const toMs = performance.now() - beginMs;
    const contents = await contentsOf(launched);
    await launched.quit();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    return { contents, span: { fromMs, toMs } };
  }

  return {
    span,
    async killAfter(milliseconds) {
      const profile = copyOf(lab, original);
      // It may never end, in a browser that is killed meanwhile.
      keeper.launch(lab, profile).catch(() => undefined);
      await expect.poll(() => processesWith(profile)).not.toEqual([]);
      // What is tried is a moment, which no event announces.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      killProcesses(profile);
      await expect.poll(() => processesWith(profile)).toEqual([]);
      const reached = recordsIn(profile);
      const { contents } = await migrate(profile, history);
      return { reached, complaints: complaintsOf(contents, undisturbed) };
    },
    close: async () => rmSync(original, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function oldHistory(): OldHistory {
  const rounds = [...longHistory(roundCount)];
  const { startedAt = '' } = rounds.at(-1) ?? {};
  return {
    rounds,
    standings: [aStanding()],
    lastFullAt: startedAt,
    lastRoute: { at: startedAt, routing: { ...aRound().routing, signals: [aSignal()] } },
  };
}

async function makeProfile(
  { lab, keeper }: { lab: Lab; keeper: BrowserKeeper },
  version: OldVersion,
  history: OldHistory,
): Promise<string> {
  const profile = keeper.createProfile(lab);
  const launched = await keeper.launch(lab, profile, 'agrees');
  const { extension } = launched;
  await extension.ask('changeSettings', { everyMinutes: null, onNetworkChange: false });
  await writeOldHistory(extension.page, version, history);
  await launched.quit();
  return profile;
}

function copyOf(lab: Lab, original: string): string {
  const profile = mkdtempSync(join(lab.home, 'migrating-'));
  cpSync(original, profile, { recursive: true });
  return profile;
}

/** How much was sealed, with what was replaced since. */
function recordsIn(profile: string): string {
  try {
    return `${findSealed(readProfile(profile)).length} sealed records`;
  } catch (error) {
    if (error instanceof RangeError) return 'a file half written';
    throw error;
  }
}

async function isIndexed({ extension }: KeptBrowser, id: string | undefined): Promise<void> {
  const last = async () => {
    const facts = await readRecords<{ roundId?: string }>(extension.page, 'sealedFacts');
    return facts.find(([name]) => name === 'index')?.[1].roundId;
  };
  await expect.poll(last, { timeout: 60_000, intervals: [100] }).toBe(id);
}

async function isBundled({ extension: { page } }: KeptBrowser): Promise<void> {
  const singles = async () => (await page.evaluate(countIn, ['sealedRounds'])) < 64;
  await expect.poll(singles, { timeout: 60_000, intervals: [100] }).toBe(true);
}

async function contentsOf({ extension: { page } }: KeptBrowser): Promise<Contents> {
  const contents: Contents = { plain: await page.evaluate(countIn, plainStores) };
  for (const store of stores) {
    contents[store] = (await readRecords(page, store)).map(([, value]) => value);
  }
  for (const [name, fact] of await readRecords(page, 'sealedFacts')) {
    // Its time is that of the migration.
    if (name !== 'begun') contents[name] = fact;
  }
  return contents;
}

function expected({ rounds, ...facts }: OldHistory): Contents {
  return { plain: 0, sealedRounds: rounds, ...facts };
}

function complaintsOf(found: Contents, wanted: Contents): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(found[name], wanted[name]))
    .map((name) => `${name} differs`);
}

/** Runs in the page: how many records some stores have. */
async function countIn(names: readonly string[]): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('dozvon');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error));
  });
  const reading = database.transaction(names);
  const counts = names.map(
    (store) =>
      new Promise<number>((resolve) => {
        const counting = reading.objectStore(store).count();
        counting.addEventListener('success', () => resolve(counting.result));
      }),
  );
  const sum = (await Promise.all(counts)).reduce((total, count) => total + count, 0);
  database.close();
  return sum;
}
