import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../../../lib/model/round.ts';
import { waitForSettledNetwork } from '../../../scripts/check/settle.ts';
import type { LabBrowser } from '../browsers/lab-browser.ts';

const openingMs = 2_000;
const askEveryMs = 50;

let last: Promise<unknown> = Promise.resolve();

/** Does one thing at a time of all that are asked of it, in their order. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Starts browsers one by one. Starting is all work and no waiting: several at once make the controls
 * of the rounds beside them so slow that the line looks bad.
 */
export async function launchInTurn(launch: () => Promise<LabBrowser>): Promise<LabBrowser> {
  const browser = await inTurn(launch);
  await waitForSettledNetwork(browser.page);
  return browser;
}

/** Checks, and lets no other browser start while the controls are asked for the first time. */
export async function checkInTurn(browser: LabBrowser): Promise<Round> {
  const checking = await inTurn(async () => {
    const check = browser.check();
    // It is awaited outside, where its failure is noticed.
    check.catch(() => undefined);
    await isOpened(browser);
    return { check };
  });
  return checking.check;
}

/** Waits until services are probed, two seconds at most: in some worlds that never comes. */
async function isOpened(browser: LabBrowser): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < openingMs) {
    const progress = await browser.progress().catch(() => null);
    if (progress?.services.some(({ stage }) => stage !== 'waiting')) return;
    await sleep(askEveryMs);
  }
}
