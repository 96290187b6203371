import { browser } from 'wxt/browser';
import type { Trigger } from '../../model/round.ts';

/**
 * Alarms are named after what they trigger; the watchdog wakes a worker that died in a round, and
 * `route-watch` asks whether traffic takes another way.
 */
type AlarmName = Exclude<Trigger, 'manual'> | 'watchdog' | 'route-watch';

const roundAlarms: readonly string[] = ['schedule', 'startup', 'confirm', 'network-change'];

/** Sets an alarm anew, to go off once. */
export async function setAlarm(name: AlarmName, delayMinutes: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: delayMinutes });
}

/** An alarm that is set again on every start never goes off: this leaves an existing one alone. */
export async function ensureAlarm(name: AlarmName, delayMinutes: number): Promise<void> {
  if ((await browser.alarms.get(name)) === undefined) await setAlarm(name, delayMinutes);
}

export async function startWatchdog(): Promise<void> {
  await browser.alarms.create('watchdog', { periodInMinutes: 0.5 });
}

export async function clearAlarm(name: AlarmName): Promise<void> {
  await browser.alarms.clear(name);
}

/** ISO 8601 UTC of the next round by itself; null where none is planned. */
export async function nextCheckAt(): Promise<string | null> {
  const alarms = await browser.alarms.getAll();
  const times = alarms
    .filter((alarm) => roundAlarms.includes(alarm.name))
    .map((alarm) => alarm.scheduledTime);
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}

/** Calls back with the trigger of each alarm that asks for a round. To be called synchronously. */
export function onRoundAlarm(listener: (trigger: Trigger) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (roundAlarms.includes(name)) listener(name as Trigger);
  });
}

/** Calls back when the route is to be looked at. To be called synchronously. */
export function onRouteWatch(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'route-watch') listener();
  });
}
