import { browser } from 'wxt/browser';
import { decide, withoutUnwanted } from '../../../alerts/decide.ts';
import { takeNote } from '../../../alerts/take-note.ts';
import { changeAlertMemory, readAlertMemory } from '../../../history/alert-memory.ts';
import { readStandings } from '../../../history/facts.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import type { AlertKeeper } from '../../../messages/handlers.ts';
import type { Alert, AlertMemory } from '../../../model/alert.ts';
import type { RecordedRound } from '../../../round/perform-round.ts';
import type { AlertSettings } from '../../../settings/alert-settings.ts';
import { wantedServices } from '../../../settings/wanted-services.ts';
import { createQueue } from '../../../steps/queue.ts';
import { alertText } from '../../../view/alert.ts';
import { readLanguage } from '../../language.ts';
import { clearAlarm, setAlarm } from '../alarms.ts';
import type { PendingWork } from '../pending-work.ts';
import { readServiceChoices } from '../settings/service-choices.ts';
import { changeAlertSettings, readAlertSettings } from '../stored/alert-settings.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { loadBadgeText } from './badge-text.ts';
import { clearNotifications, isAlertPermitted, notify } from './notifications.ts';

/** Tells a person what changed, if they want that. Each step waits for the one before. */
export interface Alerts extends AlertKeeper {
  /** Takes note of a round that was recorded, and decides anew. */
  onRecorded(round: RecordedRound): void;
  /** Decides anew, as time has passed. */
  review(): void;
  /** Opens what a notification tells of. */
  open(number: number): void;
}

export function createAlerts(history: OwnHistory, work: PendingWork): Alerts {
  const enqueue = createQueue();

  function inOrder<Result>(step: () => Promise<Result>): Promise<Result> {
    const running = enqueue(step);
    work.add(running.catch(() => undefined));
    return running;
  }

  const read = () => history.through(async () => readAlertMemory(await history.toRead()));
  const write = (change: (before: AlertMemory | null) => Promise<AlertMemory | null>) =>
    history.through(() => changeAlertMemory(() => history.toWrite(), change));

  async function review(recorded: RecordedRound | null): Promise<void> {
    const settings = await readAlertSettings();
    if (!settings.isOn || !(await isAlertPermitted())) return forget(recorded !== null);
    if (recorded === null && (await read()) === null) return;
    let wakeAt = null as Date | null;
    await write(async (before) => {
      const noted =
        recorded === null ? before : noteOf(before, await asLeft(recorded, history), settings);
      if (noted === null) return null;
      const news = await withoutUnchecked(noted);
      const { alert, memory, ...decision } = decide(news, settings, new Date());
      // Shown before it is noted: one that is shown twice has the same number, and so is there once.
      if (alert !== null) await show(alert, settings);
      ({ wakeAt } = decision);
      return JSON.stringify(memory) === JSON.stringify(before) ? before : memory;
    });
    await wakeUpAt(wakeAt);
  }

  /** Who turns alerts on again begins with what is there then. */
  async function forget(mayBeKept: boolean): Promise<void> {
    await clearAlarm('alert');
    if (mayBeKept && (await read()) !== null) await write(async () => null);
  }

  return {
    onRecorded(recorded) {
      if (recorded.unsaved === undefined) inOrder(() => review(recorded)).catch(console.error);
    },
    review: () => void inOrder(() => review(null)).catch(console.error),
    open: (number) =>
      void inOrder(async () => {
        const { shown = [], count = 0 } = (await read()) ?? {};
        await openDashboard(number < count ? (shown.at(number - count)?.service ?? null) : null);
      }).catch(console.error),
    change: (change) =>
      inOrder(async () => {
        const after = await changeAlertSettings(change);
        if (!after.isOn) {
          await clearNotifications();
          await forget(true);
        }
        return after;
      }).finally(() => void inOrder(() => review(null)).catch(console.error)),
  };
}

async function wakeUpAt(time: Date | null): Promise<void> {
  if (time === null) await clearAlarm('alert');
  else await setAlarm('alert', (time.getTime() - Date.now()) / 60_000);
}

/** Of what is not checked any more nothing is news. */
async function withoutUnchecked(memory: AlertMemory): Promise<AlertMemory> {
  const checked = wantedServices(await readCheckSettings(), await readServiceChoices());
  return withoutUnwanted(memory, ({ service }) => !checked.includes(service));
}

/** Without services that were deleted since the round was recorded. */
async function asLeft(
  { standings, ...recorded }: RecordedRound,
  history: OwnHistory,
): Promise<RecordedRound> {
  const left = await history.through(async () => readStandings(await history.toRead()));
  return { ...recorded, standings: standings.filter(({ service }) => left.has(service)) };
}

function noteOf(
  before: AlertMemory | null,
  { round, standings }: RecordedRound,
  settings: AlertSettings,
): AlertMemory {
  const names = new Map(round.services.map(({ id, name }) => [id, name]));
  return takeNote(
    before,
    {
      startedAt: round.startedAt,
      isNormal: round.network.state === 'normal',
      states: standings.map(({ service, state }) => ({
        service,
        state,
        name: names.get(service) ?? service,
      })),
      isSettling: standings.some(({ candidate }) => candidate !== null),
    },
    settings,
  );
}

async function show(alert: Alert, settings: AlertSettings): Promise<void> {
  const { icon, title, lines } = alertText(alert, settings, await readCheckSettings());
  const { t } = await loadBadgeText(await readLanguage());
  await notify(alert.number, {
    iconUrl: icon === 'own' ? '/icon/128.png' : '/icon/plain-32.png',
    title: t(title.id, title.values),
    message: lines.map(({ id, values }) => t(id, values)).join('\n'),
  });
}

async function openDashboard(service: string | null): Promise<void> {
  const place = service === null ? 'overview' : `service/${encodeURIComponent(service)}`;
  await browser.tabs.create({ url: `/dashboard.html#${place}` });
}
