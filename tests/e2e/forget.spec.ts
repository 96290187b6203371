import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { runFirefox } from '../../scripts/browser/firefox.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { aRound } from '../helpers/rounds.ts';
import { connectInside } from '../lab/browsers/firefox-line.ts';
import { createFirefoxProfile } from '../lab/browsers/firefox-profile.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { readHistoryKeys, readRecords, writeRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import type { Lab } from '../lab/lab.ts';
import { filesWith, readProfile } from '../lab/profile/profile-contents.ts';
import { findKeys, findSealed, openAll } from '../lab/profile/sealed-records.ts';
import { buildService } from '../unit/view/build-round.ts';
import { expect, test } from './fixtures.ts';
import { press } from './press.ts';

/** A run of a browser, in a profile that stays. */
interface Run {
  page: ExtensionPage;
  close(): Promise<void>;
}

type Start = (lab: Lab, profile: string) => Promise<Run>;

async function startChromium(lab: Lab, profile: string): Promise<Run> {
  const build = '.output/chrome-mv3';
  const launched = await launchExtension(lab, { build, profile, agrees: false });
  return { page: launched.extension.page, close: () => launched.close() };
}

async function startFirefox(lab: Lab, profile: string): Promise<Run> {
  const running = runFirefox({
    executablePath: lab.firefoxPath,
    extension: resolve('.output/firefox-mv3'),
    profile,
    keepsProfile: true,
    connect: connectInside(lab),
  });
  return { page: await running.page, close: () => running.close() };
}

const invented = {
  name: 'Zvonilka Invented',
  id: 'zvonilka-invented',
  state: 'quite_unheard_of',
  startedAt: '2031-05-06T07:08:09.123Z',
};

/** Enough to fill several blocks of a database, and that the earlier ones go into bundles. */
const count = 100;
const inventedRounds = Array.from({ length: count }, (_, index) => {
  const service = { ...buildService(), id: `${invented.id}-${index}`, name: invented.name };
  const { startedAt } = invented;
  return { ...aRound({ startedAt, services: [service] }), seen: invented.state };
});

/** What only this round has: its id, and its moments to the millisecond. */
function marksOf(round: Round): string[] {
  const attempts = round.services.flatMap(({ targets }) => targets).flatMap((one) => one.attempts);
  return [round.id, round.startedAt, ...attempts.map(({ startedAt }) => startedAt)];
}

async function checkMax(page: ExtensionPage): Promise<Round> {
  const ask = createAsk(page);
  const id = await ask('startRound', { services: ['max'] });
  await expect.poll(() => ask('getProgress'), { timeout: 60_000 }).toBeNull();
  return (await ask('getRound', { id })) as Round;
}

const texts = (page: ExtensionPage) =>
  page.evaluate((_nothing) => document.body.textContent, null).catch(() => '');

async function deleteEverything(page: ExtensionPage): Promise<void> {
  await showPage(page, 'settings');
  await press(page, 'Delete everything');
  await press(page, 'Delete');
  await expect.poll(() => texts(page), { timeout: 20_000 }).toContain('Who can see it');
}

interface Written {
  key: string;
  marks: string[];
}

/** Checks once, adds invented rounds, and closes the browser. */
async function fillHistory(start: Start, lab: Lab, profile: string): Promise<Written> {
  const run = await start(lab, profile);
  const { page } = run;
  try {
    await createAsk(page)('agree', { check: false });
    const round = await checkMax(page);
    const records = inventedRounds.map((one): [null, Round] => [null, one]);
    await writeRecords(page, 'sealedRounds', records);
    const { current } = await readHistoryKeys(page);
    return { key: current as string, marks: marksOf(round) };
  } finally {
    await run.close();
  }
}

const openKeyOf = (key: string) => [key, Buffer.from(key, 'base64')];

const browsers: [name: string, start: Start, profileIn: (lab: Lab) => string][] = [
  ['Chromium', startChromium, (lab) => mkdtempSync(join(lab.home, 'forget-'))],
  ['Firefox', startFirefox, (lab) => createFirefoxProfile(lab).path],
];

for (const [name, start, profileIn] of browsers) {
  test(`${name}: nothing of the history can be read without its key, nor after deletion`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const profile = profileIn(lab);
    try {
      const { key, marks } = await fillHistory(start, lab, profile);
      const secrets = [...marks, invented.name, invented.id, invented.state, invented.startedAt];

      const before = readProfile(profile);
      const opened = (await openAll(findSealed(before), key)).join();
      for (const secret of secrets) expect(opened, 'through the key').toContain(secret);
      expect(filesWith(before, secrets)).toEqual([]);
      expect(filesWith(before, openKeyOf(key)), 'the key lies there').not.toEqual([]);

      const second = await start(lab, profile);
      expect(await readRecords(second.page, 'sealedRounds')).toHaveLength(count + 1);
      await deleteEverything(second.page);
      expect(await readHistoryKeys(second.page)).toEqual({ current: null, former: null });
      await second.close();
      await expectNothingLeft(profile, key, secrets);

      const third = await start(lab, profile);
      await expect.poll(() => texts(third.page)).toContain('Who can see it');
      await third.close();
      await expectNothingLeft(profile, key, secrets);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** Rounds as the browser keeps them that may keep the exit. */
const roundsWithExit = Array.from({ length: count }, (_, index) =>
  aRound({
    id: `round-${index}`,
    routing: { ...aRound().routing, exitCountry: 'ZZ', exitAsn: 4_200_000_001, signals: [] },
  }),
);

const route =
  'Keep the country and the network’s number (AS) that traffic leaves from, in the history';

/** Clicks a tick with the label. */
async function tick(page: ExtensionPage, label: string): Promise<void> {
  const ticking = () =>
    page.evaluate((wanted) => {
      const labels = [...document.querySelectorAll('label')];
      const found = labels.find(({ textContent }) => textContent?.trim() === wanted);
      found?.querySelector('input')?.click();
      return found !== undefined;
    }, label);
  await expect.poll(ticking, `a tick: ${label}`).toBe(true);
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<{ routing?: { recordExit?: boolean } }> } };
};

async function keepsExits(page: ExtensionPage): Promise<boolean | undefined> {
  const { routing } = await page.evaluate(() => chrome.storage.local.get('routing'), null);
  return routing?.recordExit;
}

for (const [name, start, profileIn] of browsers) {
  test(`${name}: an exit that is no longer to be kept opens with no key on the disk`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const profile = profileIn(lab);
    try {
      const run = await start(lab, profile);
      const { page } = run;
      await createAsk(page)('agree', { check: false });
      await checkMax(page);
      const { current: former } = await readHistoryKeys(page);
      const records = roundsWithExit.map((one): [null, Round] => [null, one]);
      await writeRecords(page, 'sealedRounds', records);
      await showPage(page, 'settings');
      await tick(page, route);
      await expect.poll(() => keepsExits(page)).toBe(true);
      await tick(page, route);
      await expect
        .poll(
          async () => {
            const keys = await readHistoryKeys(page);
            return keys.current !== null && keys.current !== former && keys.former === null;
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      expect(await readRecords(page, 'sealedRounds')).toHaveLength(count + 1);
      const { current } = await readHistoryKeys(page);
      await run.close();

      const after = readProfile(profile);
      expect(filesWith(after, openKeyOf(former as string)), 'the former key').toEqual([]);
      const keys = findKeys(after);
      expect(keys).toContain(current);
      const sealed = findSealed(after);
      for (const key of keys) {
        const opened = (await openAll(sealed, key)).join();
        expect(opened).not.toContain('exitCountry');
        expect(opened).not.toContain('4200000001');
      }
      expect((await openAll(sealed, current as string)).length).toBeGreaterThan(count);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

for (const [name, start, profileIn] of browsers) {
  test(`${name}: a part that was deleted opens with no key on the disk`, async ({ lab }) => {
    await lab.setWorld({});
    const profile = profileIn(lab);
    try {
      const run = await start(lab, profile);
      const { page } = run;
      const ask = createAsk(page);
      await ask('agree', { check: false });
      const first = await checkMax(page);
      await writeRecords(
        page,
        'sealedRounds',
        inventedRounds.map((one): [null, Round] => [null, one]),
      );
      const last = await checkMax(page);
      const { current: former } = await readHistoryKeys(page);
      await ask('deletePart', { from: '2031-05-06T00:00:00.000Z', to: '2031-05-07T00:00:00.000Z' });
      await ask('deletePart', { rounds: [first.id] });
      const idsLeft = async () =>
        (await readRecords<Round>(page, 'sealedRounds')).map(([, { id }]) => id);
      await expect.poll(idsLeft, { timeout: 30_000 }).toEqual([last.id]);
      // Rounds are gone before the key is, and the list of what goes is the last.
      const facts = async () => (await readRecords(page, 'sealedFacts')).map(([fact]) => fact);
      await expect.poll(facts, { timeout: 30_000 }).not.toContain('omissions');
      const { current, ...keys } = await readHistoryKeys(page);
      expect(keys.former).toBeNull();
      await run.close();

      const secrets = [invented.name, invented.id, invented.state, invented.startedAt];
      const after = readProfile(profile);
      expect(filesWith(after, [...secrets, ...marksOf(first)])).toEqual([]);
      expect(filesWith(after, openKeyOf(former as string)), 'the former key').toEqual([]);
      const sealed = findSealed(after);
      for (const key of findKeys(after)) {
        const opened = (await openAll(sealed, key)).join();
        for (const secret of secrets) expect(opened).not.toContain(secret);
      }
      expect((await openAll(sealed, current as string)).join()).toContain(last.id);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

async function expectNothingLeft(profile: string, key: string, secrets: string[]): Promise<void> {
  const after = readProfile(profile);
  expect(filesWith(after, secrets)).toEqual([]);
  expect(filesWith(after, openKeyOf(key)), 'the key').toEqual([]);
  const sealed = findSealed(after);
  for (const found of findKeys(after)) expect(await openAll(sealed, found)).toEqual([]);
}
