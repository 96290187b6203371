import type { Echo } from '../catalog/schema.ts';
import { tendencyOf } from './tendency.ts';

/** What is remembered of an echo or a site that tells of the route, to tell a dead one from a silent network. */
export interface LandmarkHealth {
  id: string;
  /** It once answered, or opened, here. */
  answered: boolean;
  /** Rounds in which it was silent though it should have answered. */
  silentRounds: number;
}

/** What a round saw of landmarks; of those that are in neither list nothing can be said. */
export interface LandmarksSeen {
  answered: readonly string[];
  /** Though it should have answered. */
  silent: readonly string[];
}

/** A site that opens for some callers, and whether it did. */
export interface SiteAnswer {
  id: string;
  isOpen: boolean;
}

/** Two days of full rounds. */
const silentRoundsToRetire = 8;

/** Those worth asking: without those that never answered though they should have, for long. */
export function liveLandmarks<One extends { id: string }>(
  landmarks: readonly One[],
  health: readonly LandmarkHealth[],
): One[] {
  const dead = new Set(health.filter(isDead).map(({ id }) => id));
  return landmarks.filter(({ id }) => !dead.has(id));
}

/** Those that never answered here. */
export function unseenLandmarks<One extends { id: string }>(
  landmarks: readonly One[],
  health: readonly LandmarkHealth[],
): One[] {
  const seen = new Set(health.filter(({ answered }) => answered).map(({ id }) => id));
  return landmarks.filter(({ id }) => !seen.has(id));
}

export function updateLandmarkHealth(
  before: readonly LandmarkHealth[],
  seen: readonly LandmarksSeen[],
): LandmarkHealth[] {
  const known = new Map(before.map((one) => [one.id, one]));
  for (const id of seen.flatMap(({ silent }) => silent)) {
    const { answered = false, silentRounds = 0 } = known.get(id) ?? {};
    known.set(id, { id, answered, silentRounds: silentRounds + 1 });
  }
  for (const id of seen.flatMap(({ answered }) => answered)) {
    known.set(id, { id, answered: true, silentRounds: 0 });
  }
  return [...known.values()];
}

/** An echo should answer where another of its group does. */
export function echoesSeen(
  asked: readonly Pick<Echo, 'id' | 'group'>[],
  answered: ReadonlySet<string>,
): LandmarksSeen {
  const groups = new Set(asked.filter(({ id }) => answered.has(id)).map(({ group }) => group));
  const silent = asked.filter(({ id, group }) => !answered.has(id) && groups.has(group));
  return { answered: [...answered], silent: silent.map(({ id }) => id) };
}

/** A site that is blocked at home should open where nearly all others do. */
export function canariesSeen(canaries: readonly SiteAnswer[]): LandmarksSeen {
  const opens = tendencyOf(canaries.map(({ isOpen }) => isOpen)) === true;
  return opens ? sitesSeen(canaries) : { answered: [], silent: [] };
}

/** Of sites each of which should have opened. */
export function sitesSeen(sites: readonly SiteAnswer[]): LandmarksSeen {
  const ids = (wanted: boolean) =>
    sites.filter(({ isOpen }) => isOpen === wanted).map(({ id }) => id);
  return { answered: ids(true), silent: ids(false) };
}

function isDead({ answered, silentRounds }: LandmarkHealth): boolean {
  return !answered && silentRounds >= silentRoundsToRetire;
}
