import { expect } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import { aRound } from '../../helpers/rounds.ts';
import type { DrivenExtension } from '../browsers/driven-extension.ts';
import type { BrowserKeeper, KeptBrowser } from '../browsers/kept-browser.ts';
import { readHistoryKeys, writeRecords } from '../browsers/sealed-history.ts';
import type { Lab } from '../lab.ts';
import type { KilledBrowser } from './killed-browser.ts';
import { sumComplaints } from './sum-complaints.ts';

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
  let known = await idsOf(running);

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
      known = await idsOf(running);
      const reached = known.length > before.length ? 'round recorded' : 'round not recorded';
      return { reached, complaints: await complaintsOf(running.extension, before) };
    },
    close: () => running.quit(),
  };
}

async function idsOf({ extension }: KeptBrowser): Promise<string[]> {
  return (await extension.read<Round>('rounds')).map(({ id }) => id);
}

/** Waits until the worker has ended what the killed one had begun. */
async function isCalm(extension: DrivenExtension): Promise<void> {
  const former = async () => (await readHistoryKeys(extension.page)).former;
  await expect.poll(former, { timeout: 60_000 }).toBeNull();
  await extension.roundIsOver();
}

async function complaintsOf(extension: DrivenExtension, before: string[]): Promise<string[]> {
  const rounds = await extension.read<Round>('rounds');
  const ids = rounds.map(({ id }) => id);
  const lost = before.filter((id) => !ids.includes(id));
  const isSame = ids.slice(0, before.length).join() === before.join();
  const withExit = rounds.filter(({ routing }) => routing.exitCountry !== undefined);
  const journal = await extension.read('journal');
  return [
    ...(lost.length > 0 ? [`${lost.length} of ${before.length} rounds are lost`] : []),
    ...(isSame ? [] : ['the rounds are in another order']),
    ...(new Set(ids).size < ids.length ? ['a round is there twice'] : []),
    ...(ids.length > before.length + 1 ? ['more rounds than were begun'] : []),
    ...(withExit.length > 0 ? [`${withExit.length} rounds still have the exit`] : []),
    ...(journal.length > 0 ? ['the journal is not empty'] : []),
    ...(await sumComplaints(extension)),
  ];
}
