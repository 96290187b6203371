import type { Echo, Site } from '../catalog/schema.ts';
import { clearMajority } from './clear-majority.ts';

/** Record of a landmark (echo, canary or home-only site) that tells a dead one from a silent network. */
export interface LandmarkHealth {
  id: string;
  /** It has answered, or opened, here at least once. */
  answered: boolean;
  /** Rounds in which it should have answered and did not. */
  silentRounds: number;
}

/** Ids of a round's landmarks. One in neither list was not asked, or could not be expected to answer. */
export interface LandmarkOutcomes {
  answered: readonly string[];
  /** They should have answered and did not. */
  silent: readonly string[];
}

/** A canary or home-only site, and whether it opened. */
export interface SiteAnswer {
  id: string;
  isOpen: boolean;
}

/** Two days of full rounds. */
const silentRoundsToRetire = 8;

/** Those worth asking: all but the ones that never answered in `silentRoundsToRetire` rounds. */
export function liveLandmarks<One extends { id: string }>(
  landmarks: readonly One[],
  health: readonly LandmarkHealth[],
): One[] {
  const dead = new Set(health.filter(isDead).map(({ id }) => id));
  return landmarks.filter(({ id }) => !dead.has(id));
}

/** Those that have never answered here. */
export function unansweredLandmarks<One extends { id: string }>(
  landmarks: readonly One[],
  health: readonly LandmarkHealth[],
): One[] {
  const seen = new Set(health.filter(({ answered }) => answered).map(({ id }) => id));
  return landmarks.filter(({ id }) => !seen.has(id));
}

export function updateLandmarkHealth(
  before: readonly LandmarkHealth[],
  seen: readonly LandmarkOutcomes[],
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
export function echoOutcomes(
  asked: readonly Pick<Echo, 'id' | 'group'>[],
  answered: ReadonlySet<string>,
): LandmarkOutcomes {
  const groups = new Set(asked.filter(({ id }) => answered.has(id)).map(({ group }) => group));
  const silent = asked.filter(({ id, group }) => !answered.has(id) && groups.has(group));
  return { answered: [...answered], silent: silent.map(({ id }) => id) };
}

/**
 * The answers that count: of a site that nobody has seen answer, silence shows nothing until it has answered here.
 */
export function countedAnswers(
  sites: readonly Pick<Site, 'id' | 'candidate'>[],
  answers: readonly SiteAnswer[],
  health: readonly LandmarkHealth[],
): SiteAnswer[] {
  const unanswered = unansweredLandmarks(sites, health);
  const unproven = new Set(
    unanswered.filter(({ candidate }) => candidate === true).map(({ id }) => id),
  );
  return answers.filter(({ id, isOpen }) => isOpen || !unproven.has(id));
}

/** A canary should open where a clear majority of canaries does. */
export function canaryOutcomes(canaries: readonly SiteAnswer[]): LandmarkOutcomes {
  const opens = clearMajority(canaries.map(({ isOpen }) => isOpen)) === true;
  return opens ? siteOutcomes(canaries) : { answered: [], silent: [] };
}

/** For sites that should all have opened. */
export function siteOutcomes(sites: readonly SiteAnswer[]): LandmarkOutcomes {
  const ids = (wanted: boolean) =>
    sites.filter(({ isOpen }) => isOpen === wanted).map(({ id }) => id);
  return { answered: ids(true), silent: ids(false) };
}

function isDead({ answered, silentRounds }: LandmarkHealth): boolean {
  return !answered && silentRounds >= silentRoundsToRetire;
}
