import type { RoundController } from '../../../round/controller.ts';
import type { RecordedRound } from '../../../round/perform-round.ts';
import { RoundRefused } from '../../../round/refusal.ts';
import {
  jitteredMinutes,
  minutesToConfirm,
  minutesToNewConnections,
  minutesToNextRound,
  routeHasChanged,
  staggeredMinutes,
  wasSleptThrough,
} from '../../../round/schedule.ts';
import type { CheckSettings } from '../../../settings/check-settings.ts';
import { isPaused } from '../../../settings/pause.ts';
import { clearAlarm, ensureAlarm, type RoundAlarm, setAlarm, takeAlarm } from '../alarms.ts';
import { refusalNow } from '../refusal.ts';
import { setRouteWatch } from '../route/route-watch-alarm.ts';
import { readCheckSettings } from '../stored/check-settings.ts';

type Starting = Pick<RoundController, 'progress' | 'start'>;

/** Starts the round of an alarm, where the settings allow it. */
export async function startByAlarm(
  controller: Starting,
  alarm: { trigger: RoundAlarm; dueAt: Date },
): Promise<void> {
  if (wasSleptThrough(alarm.dueAt, new Date())) return setStaggered(alarm.trigger);
  try {
    await controller.start(await triggerOf(controller, alarm.trigger), null);
  } catch (error) {
    if (!(error instanceof RoundRefused)) throw error;
    await ensureSchedule();
  }
}

/**
 * A change of network that waits for its round has it now, as it looks at more than others do. While a round runs, none
 * begins, and the change may have come in its middle.
 */
async function triggerOf(controller: Starting, trigger: RoundAlarm): Promise<RoundAlarm> {
  const mayTake = controller.progress() === null && (await refusalNow('network-change')) === null;
  return mayTake && (await takeAlarm('network-change')) ? 'network-change' : trigger;
}

/** Sets the alarm of a round for an event that many computers share. */
export async function setStaggered(trigger: RoundAlarm): Promise<void> {
  if ((await refusalNow(trigger)) === null) await setAlarm(trigger, staggeredMinutes(Math.random));
}

/** Sets the alarm of the next scheduled round, unless it is set for then or none is to come. */
export async function ensureSchedule(): Promise<void> {
  const settings = await readCheckSettings();
  const now = new Date();
  const minutes = minutesToNextRound(settings, now, Math.random);
  const longest = minutesToNextRound(settings, now, () => 1);
  if (minutes !== null && longest !== null) await ensureAlarm('schedule', minutes, longest);
}

/** Sets the alarms after a round. */
export async function planNext(ended: RecordedRound | null): Promise<void> {
  await setSchedule();
  await clearAlarm('startup');
  await setRouteWatch();
  const minutes = ended === null ? null : minutesToConfirming(ended);
  const isAllowed = (await refusalNow('confirm')) === null;
  if (minutes !== null && isAllowed) await setAlarm('confirm', minutes);
  else await clearAlarm('confirm');
}

function minutesToConfirming({ round, standings }: RecordedRound): number | null {
  if (routeHasChanged(round)) return jitteredMinutes(1, Math.random);
  return (
    minutesToConfirm(standings, new Date(), Math.random) ??
    minutesToNewConnections(round, standings, Math.random)
  );
}

/** Sets the alarms as changed settings want them. */
export async function reschedule(before: CheckSettings, after: CheckSettings): Promise<void> {
  if (differInSchedule(before, after)) await setSchedule();
  // Who resumes has waited for long enough.
  const now = new Date();
  if (isPaused(before, now) && !isPaused(after, now)) await setStaggered('schedule');
  for (const alarm of ['startup', 'confirm', 'network-change'] as const) {
    if ((await refusalNow(alarm)) !== null) await clearAlarm(alarm);
  }
  await setRouteWatch();
}

async function setSchedule(): Promise<void> {
  const minutes = minutesToNextRound(await readCheckSettings(), new Date(), Math.random);
  if (minutes === null) await clearAlarm('schedule');
  else await setAlarm('schedule', minutes);
}

function differInSchedule(before: CheckSettings, after: CheckSettings): boolean {
  return (['agreed', 'everyMinutes', 'pausedUntil'] as const).some(
    (field) => before[field] !== after[field],
  );
}
