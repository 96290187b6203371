import { browser } from 'wxt/browser';
import type { Trigger } from '../../model/round.ts';

/**
 * Alarms are named after the trigger of their round. The watchdog restarts a worker that died during a round,
 * `route-watch` checks whether the route has changed, `alert` ends the time for which changes are held back, and
 * `upload` sends what waits.
 */
type AlarmName = RoundAlarm | 'watchdog' | OtherAlarm;

type OtherAlarm = 'route-watch' | 'alert' | 'upload';

/** An alarm that starts a round. */
export type RoundAlarm = Exclude<Trigger, 'manual'>;

const roundAlarms: readonly string[] = ['schedule', 'startup', 'confirm', 'network-change'];

/** Sets an alarm to go off once, and replaces an existing one. */
export async function setAlarm(name: AlarmName, delayMinutes: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: delayMinutes });
}

/**
 * Sets an alarm unless it exists: an alarm that every start of the worker replaced would never go off. One that is
 * further off than its delay can be was set before the clock was set back, and is replaced.
 */
export async function ensureAlarm(
  name: AlarmName,
  delayMinutes: number,
  longestMinutes: number,
): Promise<void> {
  const existing = await browser.alarms.get(name);
  const isInTime =
    existing !== undefined && existing.scheduledTime <= Date.now() + longestMinutes * 60_000;
  if (!isInTime) await setAlarm(name, delayMinutes);
}

/** Wakes the worker every 30 s until it is cleared. */
export async function startWatchdog(): Promise<void> {
  await browser.alarms.create('watchdog', { periodInMinutes: 0.5 });
}

export async function clearAlarm(name: AlarmName): Promise<void> {
  await browser.alarms.clear(name);
}

/** Clears an alarm, and tells whether it was set. */
export async function takeAlarm(name: RoundAlarm): Promise<boolean> {
  return browser.alarms.clear(name);
}

export async function clearAlarms(): Promise<void> {
  await browser.alarms.clearAll();
}

/** When the next automatic round starts, in ISO 8601 UTC; null if none is planned. */
export async function nextCheckAt(): Promise<string | null> {
  const alarms = await browser.alarms.getAll();
  const times = alarms
    .filter((alarm) => roundAlarms.includes(alarm.name))
    .map((alarm) => alarm.scheduledTime);
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}

/** Calls back when an alarm that starts a round goes off. Call it synchronously. */
export function onRoundAlarm(
  listener: (alarm: { trigger: RoundAlarm; dueAt: Date }) => void,
): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    if (!roundAlarms.includes(name)) return;
    listener({ trigger: name as RoundAlarm, dueAt: new Date(scheduledTime) });
  });
}

/** Calls back when an alarm that starts no round goes off. Call it synchronously. */
export function onOtherAlarm(wanted: OtherAlarm, listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === wanted) listener();
  });
}
