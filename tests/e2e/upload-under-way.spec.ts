import { someOtlp } from '../helpers/upload-settings.ts';
import { bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import { chromiumLauncher } from '../lab/browsers/chromium.ts';
import { driveExtension } from '../lab/browsers/driven-extension.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { readHistoryKeys, readRecords } from '../lab/browsers/sealed-history.ts';
import { held, startReceiver } from '../lab/browsers/start-receiver.ts';
import { ruleIds, waitingRounds } from '../lab/browsers/upload-state.ts';
import { expect, test } from './fixtures.ts';

const research = {
  chromium: '.output/chrome-mv3-research',
  firefox: '.output/firefox-mv3-research',
};

/** The research builds, which need no permission for the address. */
const launchers = {
  chromium: chromiumLauncher({ stores: research.chromium, research: research.chromium }),
  firefox: firefoxLauncher({ stores: research.firefox, research: research.firefox }),
};

const signals = ['logs' as const];
const authorization = 'Bearer of-the-group';

for (const [name, launch] of Object.entries(launchers)) {
  test(`in ${name}, an upload that is under way ends at once where it has to stop`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const receiver = await startReceiver(lab, { statuses: Array.from({ length: 5 }, () => held) });
    const browser = await launch(lab, {});
    const extension = driveExtension(browser.page);
    const { page, ask } = extension;
    const upload = someOtlp({ url: receiver.url, signals, authorization });
    let count = 0;
    const isUnderWay = async () => {
      count += 1;
      // The worker must not set it anew.
      await expect.poll(() => secondsTo(browser, 'upload')).not.toBeNull();
      await bringForward(browser, 'upload');
      await expect.poll(() => receiver.received.length).toBe(count);
      expect(receiver.cut()).toBe(count - 1);
    };
    // A request gives up by itself after 10 s.
    const hasEnded = () => expect.poll(() => receiver.cut(), { timeout: 8_000 }).toBe(count);
    try {
      const rules = await ruleIds(page);
      await ask('changeUpload', { upload });
      const first = await extension.check(['max']);
      await expect.poll(() => waitingRounds(page)).toEqual([first.id]);

      await test.step('as checks are paused', async () => {
        await isUnderWay();
        await ask('changeSettings', { pausedUntil: 'resumed' });
        expect(await ask('getUploadJob')).toBeNull();
        await hasEnded();
        await ask('changeSettings', { pausedUntil: null });
      });

      await test.step('as a check begins', async () => {
        await isUnderWay();
        await lab.setWorld({ latencyMs: 100 });
        await ask('startRound', { services: ['max'] });
        expect(await ask('getUploadJob')).toBeNull();
        await hasEnded();
        await extension.roundIsOver();
        await expect.poll(() => waitingRounds(page)).toHaveLength(2);
      });

      await test.step('as a part of the history is deleted', async () => {
        await isUnderWay();
        await ask('deletePart', { rounds: [first.id] });
        await hasEnded();
        await expect.poll(async () => (await readHistoryKeys(page)).former).toBeNull();
        await expect.poll(() => extension.read('rounds')).toHaveLength(1);
        const facts = async () => (await readRecords(page, 'sealedFacts')).map(([fact]) => fact);
        await expect.poll(facts).not.toContain('omissions');
      });

      await test.step('as it is turned off', async () => {
        await isUnderWay();
        expect((await ruleIds(page)).length).toBeGreaterThan(rules.length);
        await ask('changeUpload', { upload: null });
        await hasEnded();
        expect(await secondsTo(browser, 'upload')).toBeNull();
        expect(await ruleIds(page)).toEqual(rules);
      });

      await test.step('as everything is deleted', async () => {
        await ask('changeUpload', { upload });
        const { id } = await extension.check(['max']);
        await expect.poll(() => waitingRounds(page)).toEqual([id]);
        await isUnderWay();
        // The page loads anew, perhaps before the answer.
        await ask('deleteEverything').catch(() => undefined);
        await hasEnded();
        const orLoads = <Value>(reading: Promise<Value>) => reading.catch(() => 'the page loads');
        await expect.poll(() => orLoads(ruleIds(page))).toEqual(rules);
        await expect.poll(() => orLoads(secondsTo(browser, 'upload'))).toBeNull();
        await expect.poll(() => orLoads(waitingRounds(page))).toEqual([]);
      });

      expect(receiver.received).toHaveLength(count);
      const [before = '', again = ''] = receiver.received.map(({ body }) =>
        Buffer.from(body, 'base64').toString(),
      );
      // What ended is sent again.
      expect(before).toContain(first.id);
      expect(again).toBe(before);
    } finally {
      await browser.close();
      receiver.stop();
    }
  });
}
