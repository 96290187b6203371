import type { Round } from '../../model/round.ts';
import { walkRounds } from '../kept/walk.ts';
import type { History } from '../open.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A day's rounds at the default interval. */
const roundsLookedAt = 96;

/**
 * The time, in milliseconds since 1970, as far as the history knows it: not more than a day after the latest round
 * whose clock a site has confirmed. Null where nothing may be deleted: no such round is near, or a later one is
 * dated more than a week from it.
 */
export async function knownDate(history: History, now: Date): Promise<number | null> {
  let looked = 0;
  const later: number[] = [];
  for await (const { round } of walkRounds(history, { from: 'newest', atOnce: 8 })) {
    const startedMs = Date.parse(round.startedAt);
    if (isClockConfirmed(round)) {
      const isPlausible = later.every((ms) => Math.abs(ms - startedMs) <= 7 * dayMs);
      return isPlausible ? Math.min(now.getTime(), startedMs + dayMs) : null;
    }
    later.push(startedMs);
    looked += 1;
    if (looked === roundsLookedAt) return null;
  }
  return null;
}

/** Whether a site said over a connection of its own that it is the same day. A portal's clock may be wrong. */
function isClockConfirmed({ network, circumstances }: Round): boolean {
  const portals = new Set(
    network.controls.filter(({ group }) => group === 'portal').map(({ id }) => id),
  );
  const days = circumstances.controls
    .filter(({ id }) => !portals.has(id))
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ ok, valid, clockAheadDays }) => (ok && valid ? [clockAheadDays] : []));
  return network.trouble !== 'clock' && days.includes(0);
}
