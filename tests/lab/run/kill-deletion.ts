import { expect } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import { aRound, aServiceResult } from '../../helpers/rounds.ts';
import type { DrivenExtension } from '../browsers/driven-extension.ts';
import type { BrowserKeeper } from '../browsers/kept-browser.ts';
import { readHistoryKeys, readRecords, writeRecords } from '../browsers/sealed-history.ts';
import type { Lab } from '../lab.ts';
import { historyComplaints, roundIds } from './history-complaints.ts';
import type { KilledBrowser } from './killed-browser.ts';

/** One for each time that one is deleted. */
const inventedServices = Array.from({ length: 60 }, (_, index) =>
  aServiceResult({ id: `invented-${index}`, name: `Invented ${index}` }),
);

/** Enough of them to be rewritten for some time. */
const inventedRounds = Array.from({ length: 300 }, (_, index) =>
  aRound({ id: `invented-${index}`, services: inventedServices }),
);

/** A deletion, which waits for a running check, and takes another turn after one that began beside it. */
const span = { fromMs: 0, toMs: 6_000 };

/** What was deleted so far. */
interface Gone {
  rounds: string[];
  services: string[];
}

/** A browser that deletes some rounds, or a service, and checks one service meanwhile. */
export async function createDeletingBrowser(
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
  const gone: Gone = { rounds: [], services: [] };

  return {
    span,
    async killAfter(milliseconds) {
      const what = await deleteSome(running.extension, gone);
      await running.extension.ask('startRound', { services: ['max'] });
      // What is tried is a moment, which no event announces.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const isDone = !(await isDeleting(running.extension));
      await running.kill();
      running = await keeper.launch(lab, profile);
      await expect.poll(() => isDeleting(running.extension), { timeout: 120_000 }).toBe(false);
      await running.extension.roundIsOver();
      const before = known.filter((id) => !gone.rounds.includes(id));
      known = await roundIds(running.extension);
      return {
        reached: `${what} ${isDone ? 'deleted' : 'not yet deleted'}`,
        complaints: await complaintsOf(running.extension, before, gone),
      };
    },
    close: () => running.quit(),
  };
}

/** Some rounds and a service in turn. */
async function deleteSome({ ask }: DrivenExtension, gone: Gone): Promise<string> {
  if (gone.services.length * 2 <= gone.rounds.length) {
    const service = inventedServices[gone.services.length]?.id ?? 'none';
    gone.services.push(service);
    await ask('deletePart', { service });
    return 'service';
  }
  const next = gone.rounds.length;
  const rounds = [next, next + 1].map((index) => `invented-${index}`);
  gone.rounds.push(...rounds);
  await ask('deletePart', { rounds });
  return 'rounds';
}

async function isDeleting({ page }: DrivenExtension): Promise<boolean> {
  const facts = await readRecords(page, 'sealedFacts');
  const { former } = await readHistoryKeys(page);
  return former !== null || facts.some(([name]) => name === 'omissions');
}

async function complaintsOf(
  extension: DrivenExtension,
  before: string[],
  gone: Gone,
): Promise<string[]> {
  const rounds = await extension.read<Round>('rounds');
  const withService = rounds.filter(({ services }) =>
    services.some(({ id }) => gone.services.includes(id)),
  );
  return [
    ...(rounds.some(({ id }) => gone.rounds.includes(id)) ? ['a deleted round is there'] : []),
    ...(withService.length > 0 ? [`${withService.length} rounds have a deleted service`] : []),
    ...(await historyComplaints(extension, before)),
  ];
}
