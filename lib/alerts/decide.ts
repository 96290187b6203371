import type { Alert, AlertMemory, News } from '../model/alert.ts';
import type { AlertSettings } from '../settings/alert-settings.ts';
import { apartMs, dayMs, gatherMs, mostADay } from './limits.ts';
import { quietUntil } from './quiet-hours.ts';

export interface Decision {
  /** What to show now; null: nothing. */
  alert: Alert | null;
  /** When to decide again, though nothing happens until then; null where there is nothing to wait for. */
  wakeAt: Date | null;
  /** The memory once that is shown. */
  memory: AlertMemory;
}

/** Decides whether a person is told now what they do not know yet. Pure; hours are those of this computer's clock. */
export function decide(before: AlertMemory, settings: AlertSettings, now: Date): Decision {
  const memory = withoutUnwanted(before, ({ service }) => settings.services[service] === false);
  const { news, count, shown } = memory;
  if (news.length === 0) return { alert: null, wakeAt: null, memory };
  const wakeAt = heldUntil(memory, settings, now);
  if (wakeAt > now) return { alert: null, wakeAt, memory };
  const told = Object.fromEntries(news.map(({ service, kind }) => [service, kind]));
  const [only] = news;
  const service = news.length === 1 && only !== undefined ? only.service : null;
  return {
    alert: { number: count, news, isDigest: news.some(({ since }) => isQuiet(since)) },
    wakeAt: null,
    memory: {
      ...memory,
      known: { ...memory.known, ...told },
      news: [],
      count: count + 1,
      shown: [...shown, { at: now.toISOString(), service }].slice(-mostADay),
    },
  };

  function isQuiet(time: string): boolean {
    return quietUntil(settings, new Date(time)) !== null;
  }
}

/** As if the person knew the news that they do not want. */
export function withoutUnwanted(
  memory: AlertMemory,
  isUnwanted: (one: News) => boolean,
): AlertMemory {
  const unwanted = memory.news.filter(isUnwanted);
  const known = Object.fromEntries(unwanted.map(({ service, kind }) => [service, kind]));
  return {
    ...memory,
    known: { ...memory.known, ...known },
    news: memory.news.filter((one) => !unwanted.includes(one)),
  };
}

/** The latest of all times that have to pass. */
function heldUntil(
  { news, isSettling, shown }: AlertMemory,
  settings: AlertSettings,
  now: Date,
): Date {
  // A clock that was set back must not silence alerts until it has caught up.
  const isPast = (at: number) => at <= now.getTime();
  const past = shown.map(({ at }) => Date.parse(at)).filter(isPast);
  const today = past.filter((at) => at > now.getTime() - dayMs);
  const begun = news.map(({ since }) => Date.parse(since)).filter(isPast);
  const free = Math.max(
    settings.pausedUntil === null ? 0 : Date.parse(settings.pausedUntil),
    isSettling && begun.length > 0 ? Math.min(...begun) + gatherMs : 0,
    (past.at(-1) ?? 0) + apartMs,
    today.length < mostADay ? 0 : (today[0] ?? 0) + dayMs,
    now.getTime(),
  );
  // A pause that ends in quiet hours ends with them.
  return quietUntil(settings, new Date(free)) ?? new Date(free);
}
