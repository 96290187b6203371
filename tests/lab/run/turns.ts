import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../../../lib/model/round.ts';
import { waitForSettledNetwork } from '../../../scripts/check/settle.ts';
import type { LabBrowser } from '../browsers/lab-browser.ts';

const openingMs = 2_000;
const askEveryMs = 50;

let last: Promise<unknown> = Promise.resolve();

/** Runs tasks one at a time, in the order of the calls. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Starts browsers one by one. A start keeps a processor busy: several at once slow down the controls of
 * parallel rounds so much that the line looks bad.
 */
export async function launchInTurn(launch: () => Promise<LabBrowser>): Promise<LabBrowser> {
  const browser = await inTurn(launch);
  await waitForSettledNetwork(browser.page);
  return browser;
}

/** Runs a check; no other browser starts while it probes the controls for the first time. */
export async function checkInTurn(browser: LabBrowser): Promise<Round> {
  const checking = await inTurn(async () => {
    const check = browser.check();
    // The caller awaits it and notices its failure.
    check.catch(() => undefined);
    await isOpened(browser);
    return { check };
  });
  return checking.check;
}

/**
 * Runs a check, and another as soon as the first has told its states, as a person does who asks again. Resolves with the
 * second.
 */
export async function checkTwice(browser: LabBrowser): Promise<Round> {
  const over = new AbortController();
  const first = checkInTurn(browser).finally(() => over.abort());
  while (!over.signal.aborted) {
    const progress = await browser.progress();
    if (progress?.judged === true) break;
    await sleep(askEveryMs);
  }
  const second = browser.check();
  const [, round] = await Promise.all([first, second]);
  return round;
}

/** Waits until services are probed, for at most two seconds: in some worlds that never happens. */
async function isOpened(browser: LabBrowser): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < openingMs) {
    const progress = await browser.progress().catch(() => null);
    if (progress?.services.some(({ stage }) => stage !== 'waiting')) return;
    await sleep(askEveryMs);
  }
}
