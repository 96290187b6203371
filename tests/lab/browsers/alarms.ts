import { expect } from '@playwright/test';
import type { Round, Trigger } from '../../../lib/model/round.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { createAsk } from '../../../scripts/check/ask.ts';
import type { DrivenExtension } from './driven-extension.ts';

interface Alarms {
  create(name: string, when: { when: number }): Promise<void>;
  get(name: string): Promise<{ scheduledTime: number } | undefined>;
  getAll(): Promise<{ name: string }[]>;
}
type Chrome = { chrome: { alarms: Alarms } };

/** A page of the extension in any browser, through which alarms are set and read. */
interface WithPage {
  page: ExtensionPage;
}

/** Reschedules an existing alarm to go off now. */
export function bringForward(extension: WithPage, name: string): Promise<void> {
  return setAlarm(extension, name, 0.1);
}

/** Sets an alarm to go off in so many seconds, whether it is set or not. */
export function setAlarm(extension: WithPage, name: string, seconds: number): Promise<void> {
  return extension.page.evaluate(
    ([alarm, afterMs]) =>
      (globalThis as unknown as Chrome).chrome.alarms.create(alarm, { when: Date.now() + afterMs }),
    [name, seconds * 1000] as [string, number],
  );
}

const automatic = ['schedule', 'startup', 'confirm', 'network-change', 'route-watch'];

/** Makes every alarm go off that could send something, set or not, one after the other. */
export async function fireAll(extension: WithPage): Promise<void> {
  for (const name of automatic) {
    await bringForward(extension, name);
    await expect
      .poll(async () => (await secondsTo(extension, name)) ?? Number.POSITIVE_INFINITY)
      .toBeGreaterThan(1);
  }
  // The worker has taken note of all of them before it answers.
  await createAsk(extension.page)('getProgress');
}

/** Seconds until an alarm goes off; null if it is not set. */
export function secondsTo(extension: WithPage, name: string): Promise<number | null> {
  return extension.page.evaluate(async (alarm) => {
    const found = await (globalThis as unknown as Chrome).chrome.alarms.get(alarm);
    return found ? (found.scheduledTime - Date.now()) / 1000 : null;
  }, name);
}

export async function alarmNames(extension: WithPage): Promise<string[]> {
  const alarms = await extension.page.evaluate(
    (_nothing) => (globalThis as unknown as Chrome).chrome.alarms.getAll(),
    null,
  );
  return alarms.map(({ name }) => name);
}

export async function roundsBy(extension: DrivenExtension, trigger: Trigger): Promise<Round[]> {
  const rounds = await extension.read<Round>('rounds');
  return rounds.filter((round) => round.trigger === trigger);
}

/** Starts the next scheduled round now and resolves with the recorded round. */
export async function nextScheduledRound(extension: DrivenExtension): Promise<Round> {
  const before = await roundsBy(extension, 'schedule');
  await bringForward(extension, 'schedule');
  await expect
    .poll(() => roundsBy(extension, 'schedule'), { timeout: 30_000 })
    .toHaveLength(before.length + 1);
  await extension.roundIsOver();
  const known = new Set(before.map(({ id }) => id));
  const round = (await roundsBy(extension, 'schedule')).find(({ id }) => !known.has(id));
  if (round === undefined) throw new Error('The scheduled round was not recorded.');
  return round;
}

/** Starts the next route watch now and waits until it has scheduled the following one. */
export async function nextWatch(extension: WithPage): Promise<void> {
  await bringForward(extension, 'route-watch');
  await expect
    .poll(() => secondsTo(extension, 'route-watch'), { timeout: 15_000 })
    .toBeGreaterThan(5);
}
