import type { Round } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';

/** Minutes between rounds at the defaults. */
export const roundEveryMinutes = 15;

/** The shortest delay that Chromium grants an alarm, in minutes. */
export const shortestMinutes = 0.5;

/** Up to a fifth sooner or later, so that rounds form no pattern. */
export function jitteredMinutes(minutes: number, random: () => number): number {
  return Math.max(shortestMinutes, minutes * (0.8 + 0.4 * random()));
}

/** Whether a change awaits a confirming round, in about a minute. */
export function needsConfirmation(standings: readonly Standing[]): boolean {
  return standings.some((standing) => standing.candidate !== null);
}

/**
 * Whether traffic leaves from another exit than in the round before, which calls for a confirming round in
 * about a minute: one only, as an exit that keeps changing is no news.
 */
export function routeHasChanged({ trigger, routing }: Pick<Round, 'trigger' | 'routing'>): boolean {
  if (trigger === 'confirm') return false;
  return routing.signals.some(({ id }) => id === 'exit-changed' || id === 'exit-changed-services');
}
