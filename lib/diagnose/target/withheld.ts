import { hostOf } from '../../catalog/host-of.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { Resolution } from '../../model/resolution.ts';
import type { Standing, WithheldName } from '../../model/standing.ts';
import { count, type Evidence, evidenceOf, failuresOf } from '../../observe/evidence.ts';
import { dnsMechanism, outcomeOfName } from '../../observe/names.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { attemptsForLikely } from './repetition.ts';

/** `isRepeated` requires a third failure of any kind besides. */
const nameFailuresNeeded = 2;
/** A resolver's wrong answer, cached for the usual five minutes at most, is over by then; in milliseconds. */
export const withheldApartMs = 6 * 60 * 1000;
/** An older observation belongs to another network or another time. */
const rememberedMs = 24 * 60 * 60 * 1000;
/** Further ahead, it was made before the clock was set back, and nobody knows how long ago; in milliseconds. */
const aheadMs = 5_000;

/** Home routers fail on single names by chance, sometimes twice on one: hence a third failure is required. */
export function isRepeated(failures: readonly Evidence[]): boolean {
  const names = count(failures, 'name-fails');
  return names >= nameFailuresNeeded && failures.length >= attemptsForLikely;
}

/** Names that only the system's resolver withheld in a round, repeatedly. */
export function withheldNames(
  services: readonly ServiceEvidence[],
  resolutions: readonly Resolution[],
): Set<string> {
  const targets = services.flatMap(({ service, attempts }) =>
    service.targets
      .filter((target) => !isTransfer(target))
      .map((target) => ({ name: hostOf(target), seen: attempts.get(target.id) ?? [] })),
  );
  return new Set(targets.filter((one) => isWithheld(one, resolutions)).map(({ name }) => name));
}

function isWithheld(
  { name, seen }: { name: string; seen: readonly Attempt[] },
  resolutions: readonly Resolution[],
): boolean {
  const isKnown = outcomeOfName(name, resolutions).known === 'elsewhere';
  return isKnown && isRepeated(failuresOf(seen)) && !isFoundLast(seen);
}

/** What leaves open whether the name was found. */
const unclear: readonly Evidence[] = ['invalid', 'timeout', 'unclear'];

/** Whether the name was found after all, by an answer or by how its server failed. */
export function isFoundLast(attempts: readonly Attempt[]): boolean {
  const told = attempts.map(evidenceOf).filter((one) => !unclear.includes(one));
  return told.at(-1) !== 'name-fails';
}

/**
 * The names of which that is proof: a national resolver withholds the name too, another one of the service was first
 * withheld in the same round, or the same one was minutes ago. A resolver's one wrong answer, cached, looks the same
 * otherwise, beside a block that was there before, too.
 * @param at ISO 8601 UTC, the start of the round
 * @param resolverErrs it misses other names as well, which nobody withholds: then a national resolver alone proves it
 */
export function provenNames(
  names: ReadonlySet<string>,
  {
    resolutions,
    at,
    resolverErrs,
  }: { resolutions: readonly Resolution[]; at: string; resolverErrs: boolean },
  standings: ReadonlyMap<string, Standing>,
): Set<string> {
  const before = [...standings.values()]
    .flatMap(({ withheld }) => withheld ?? [])
    .filter((one) => isRemembered(one, at));
  const seen = [...names].map(
    (name): WithheldName => before.find((one) => one.name === name) ?? { name, since: at },
  );
  const proven = seen.filter(
    (one) =>
      dnsMechanism(resolutions.filter(({ name }) => name === one.name)) !== 'dns.error' ||
      (!resolverErrs &&
        (seen.some(({ name, since }) => name !== one.name && since === one.since) ||
          !isRecent(one, at))),
  );
  return new Set(proven.map(({ name }) => name));
}

/** What a standing remembers: when a name was first withheld, until it is found. */
export function rememberNames(
  before: readonly WithheldName[],
  one: ServiceEvidence,
  { resolutions, startedAt: at }: Pick<RoundEvidence, 'resolutions' | 'startedAt'>,
): WithheldName[] {
  const names = [...withheldNames([one], resolutions)];
  const found = new Set(
    one.service.targets.filter(({ id }) => one.attempts.get(id)?.some(gotThrough)).map(hostOf),
  );
  const kept = before.filter((each) => !found.has(each.name) && isRemembered(each, at));
  const fresh = names.filter((name) => !kept.some((each) => each.name === name));
  return [...kept, ...fresh.map((name) => ({ name, since: at }))];
}

/**
 * Those that were not withheld on what may have been another route.
 * @param routeSince ISO 8601 UTC, since when nothing shows that it is another; undefined where that is unknown
 */
export function withheldOnRoute(
  names: readonly WithheldName[],
  routeSince: string | undefined,
): WithheldName[] {
  return names.filter(
    ({ since }) => routeSince === undefined || Date.parse(since) >= Date.parse(routeSince),
  );
}

/** Whether a resolver may still keep the wrong answer that was first seen then, or later than now by the clock. */
export function isRecent(one: WithheldName, at: string): boolean {
  return ageMs(one, at) < withheldApartMs;
}

function isRemembered(one: WithheldName, at: string): boolean {
  const age = ageMs(one, at);
  return age >= -aheadMs && age < rememberedMs;
}

function ageMs({ since }: WithheldName, at: string): number {
  return Date.parse(at) - Date.parse(since);
}
