import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../../../lib/round/types.ts';
import { waitForSettledNetwork } from '../../../scripts/check/settle.ts';
import type { Extension } from '../extension.ts';
import type { Lab } from '../lab.ts';
import {
  type LaunchedExtension,
  type LaunchOptions,
  launchExtension,
} from '../launch-extension.ts';

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
export async function launchInTurn(lab: Lab, options: LaunchOptions): Promise<LaunchedExtension> {
  const launched = await inTurn(() => launchExtension(lab, options));
  await waitForSettledNetwork(launched.extension.page);
  return launched;
}

/** Checks, and lets no other browser start while the controls are asked for the first time. */
export async function checkInTurn(extension: Extension): Promise<Round> {
  const checking = await inTurn(async () => {
    const check = extension.check();
    // It is awaited outside, where its failure is noticed.
    check.catch(() => undefined);
    await isOpened(extension);
    return { check };
  });
  return checking.check;
}

/** Waits until services are probed, two seconds at most: in some worlds that never comes. */
async function isOpened(extension: Extension): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < openingMs) {
    const progress = await extension.ask('getProgress').catch(() => null);
    if (progress?.services.some(({ stage }) => stage !== 'waiting')) return;
    await sleep(askEveryMs);
  }
}
