import { withheldApartMs } from '../diagnose/target/withheld.ts';
import { isFirefox, type Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Standing, WithheldName } from '../model/standing.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { isPaused } from '../settings/pause.ts';

/** The shortest delay that Chromium grants an alarm, in minutes. */
const shortestMinutes = 0.5;

/** An alarm this late, in milliseconds, was slept through. */
const lateMs = 60_000;

const minuteMs = 60_000;

/** Up to a fifth sooner or later, so that rounds form no pattern. */
export function jitteredMinutes(minutes: number, random: () => number): number {
  return Math.max(shortestMinutes, minutes * (0.8 + 0.4 * random()));
}

/**
 * Minutes from an event that many computers share, as a power cut that ends, to its round: 30 to 120 s,
 * uniformly, so that a household or a town does not send its requests in the same second.
 */
export function staggeredMinutes(random: () => number): number {
  return shortestMinutes + 1.5 * random();
}

/** Minutes to the next round by the schedule; null where none is to come. */
export function minutesToNextRound(
  settings: CheckSettings,
  now: Date,
  random: () => number,
): number | null {
  const { agreed, everyMinutes, pausedUntil } = settings;
  if (!agreed || everyMinutes === null || pausedUntil === 'resumed') return null;
  if (pausedUntil === null || !isPaused(settings, now))
    return jitteredMinutes(everyMinutes, random);
  return (Date.parse(pausedUntil) - now.getTime()) / minuteMs + staggeredMinutes(random);
}

/** Whether the computer slept when an alarm was due: others may have woken with it. */
export function wasSleptThrough(scheduledAt: Date, now: Date): boolean {
  return now.getTime() - scheduledAt.getTime() > lateMs;
}

/**
 * Minutes to the round that confirms a change, about one; null where no change awaits it. Names that were withheld
 * are asked for again only when a resolver's wrong answer, cached, is over: a round before would see it again.
 */
export function minutesToConfirm(
  standings: readonly Standing[],
  now: Date,
  random: () => number,
): number | null {
  const waits = standings
    .filter(({ candidate }) => candidate !== null)
    .map(({ withheld }) => minutesUntilProof(withheld ?? [], now));
  if (waits.length === 0) return null;
  const wait = Math.min(...waits);
  return wait > 1 ? wait + shortestMinutes * random() : jitteredMinutes(1, random);
}

/** Longer than Firefox keeps a connection that nobody uses: 115 s, over HTTP/2 170 s. */
const keptMinutes = 3;

/**
 * Minutes to a round that sees what that of a Firefox could not, as its answers came over connections from before: by
 * then they are closed. Null where none is needed. One confirming round is followed by another only if it changed a
 * state, since connections may be kept for longer.
 */
export function minutesToNewConnections(
  { trigger, startedAt, software, services }: Round,
  standings: readonly Standing[],
  random: () => number,
): number | null {
  const follows = trigger !== 'confirm' || standings.some(({ since }) => since === startedAt);
  if (!follows || !isFirefox(software)) return null;
  return services.some(wasOverOld) ? keptMinutes + shortestMinutes * random() : null;
}

/** As far as the browser tells. */
function wasOverOld({ reason, targets }: ServiceResult): boolean {
  const attempts = targets.flatMap((target) => target.attempts);
  return (
    reason === 'over-old-connection' && attempts.some(({ reusedConnection }) => reusedConnection)
  );
}

/** 0 where no name was withheld. One dated ahead, as the clock was set back, is first seen now. */
function minutesUntilProof(withheld: readonly WithheldName[], now: Date): number {
  const waits = withheld.map(
    ({ since }) => Math.min(0, Date.parse(since) - now.getTime()) + withheldApartMs,
  );
  return Math.max(0, ...waits) / minuteMs;
}

/**
 * Whether traffic leaves from another exit than in the round before, which calls for a confirming round in
 * about a minute: one only, as an exit that keeps changing is no news.
 */
export function routeHasChanged({ trigger, routing }: Pick<Round, 'trigger' | 'routing'>): boolean {
  if (trigger === 'confirm') return false;
  return routing.signals.some(({ id }) => id === 'exit-changed' || id === 'exit-changed-services');
}
