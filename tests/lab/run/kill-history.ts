import { expect } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import { aRound } from '../../helpers/rounds.ts';
import type { DrivenExtension } from '../browsers/driven-extension.ts';
import type { BrowserKeeper } from '../browsers/kept-browser.ts';
import { readHistoryKeys, writeRecords } from '../browsers/sealed-history.ts';
import type { Lab } from '../lab.ts';
import { historyComplaints, roundIds } from './history-complaints.ts';
import type { KilledBrowser } from './killed-browser.ts';

const exit = { exitCountry: 'NL', exitAsn: 64_500 };

/** Enough of them to be rewritten for some time. */
const inventedRounds = Array.from({ length: 300 }, (_, index) =>
  aRound({ id: `invented-${index}`, routing: { ...aRound().routing, ...exit, signals: [] } }),
);

/** The longest that a check of one service takes, and some time more. */
const longestMs = 4_000;

/** A browser that checks one service and meanwhile rewrites all rounds without the exit. */
export async function createCheckingBrowser(
  lab: Lab,
  keeper: BrowserKeeper,
): Promise<KilledBrowser> {
  await lab.setWorld({});
  const profile = keeper.createProfile(lab);
  let running = await keeper.launch(lab, profile, 'agrees');
  await running.extension.check(['max']);
  const records = inventedRounds.map((one): [null, Round] => [null, one]);
  await writeRecords(running.extension.page, 'sealedRounds', records);
  let known = await roundIds(running.extension);

  return {
    span: { fromMs: 0, toMs: longestMs },
    async killAfter(milliseconds) {
      const { extension } = running;
      await extension.ask('changeRouting', { recordExit: true });
      await extension.ask('startRound', { services: ['max'] });
      await extension.ask('changeRouting', { recordExit: false });
      // What is tried is a moment, which no event announces.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await running.kill();
      running = await keeper.launch(lab, profile);
      await isCalm(running.extension);
      const before = known;
      known = await roundIds(running.extension);
      const reached = known.length > before.length ? 'round recorded' : 'round not recorded';
      return { reached, complaints: await complaintsOf(running.extension, before) };
    },
    close: () => running.quit(),
  };
}

/** Waits until the worker has ended what the killed one had begun. */
async function isCalm(extension: DrivenExtension): Promise<void> {
  const former = async () => (await readHistoryKeys(extension.page)).former;
  await expect.poll(former, { timeout: 60_000 }).toBeNull();
  await extension.roundIsOver();
}

async function complaintsOf(extension: DrivenExtension, before: string[]): Promise<string[]> {
  const rounds = await extension.read<Round>('rounds');
  const withExit = rounds.filter(({ routing }) => routing.exitCountry !== undefined);
  return [
    ...(withExit.length > 0 ? [`${withExit.length} rounds still have the exit`] : []),
    ...(await historyComplaints(extension, before)),
  ];
}
