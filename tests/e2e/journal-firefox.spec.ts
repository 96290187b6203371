import type { JournalEntry } from '../../lib/model/journal.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { readJournal } from '../lab/browsers/round-journal.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { plainDataCentres } from '../lab/network/known-names.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';

test('Firefox keeps what a running check observes in its memory, until it is over', async ({
  lab,
}) => {
  // Silent data centres keep it running.
  await lab.setWorld({ addressRules: [{ targets: plainDataCentres, action: 'drop' }] });
  const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
  const { page } = browser;
  const observed = async () => {
    const journal = await readJournal(page);
    return journal.filter(({ kind }) => kind === 'target').length;
  };
  try {
    await createAsk(page)('startRound', { services: null });
    await expect.poll(observed, { intervals: [50], timeout: 30_000 }).toBeGreaterThan(30);
    const onDisk = await readRecords<JournalEntry>(page, 'sealedJournal');
    expect(onDisk.map(([, { kind }]) => kind)).toEqual(['plan']);

    await expect.poll(() => browser.progress(), { timeout: 150_000 }).toBeNull();
    expect(await readJournal(page)).toEqual([]);
  } finally {
    await browser.close();
  }
});
