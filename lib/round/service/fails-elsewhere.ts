import type { Service, Target } from '../../catalog/schema.ts';
import { mayCount } from '../../diagnose/evidence/gates.ts';
import { answeredKinds } from '../../diagnose/target/pairs.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';

/** One may be out of order itself. */
const ownersNeeded = 2;

/**
 * Whether sites or other services failed as a target does, and got through as well: then connections fail now and then wherever
 * they lead, and a few failures in a row are no more than chance. Silence is left out; to wait for more of it takes long.
 */
export function failsElsewhere(
  round: OpenRound,
  { service, target }: { service: Service; target: Target },
): boolean {
  const kinds = answeredKinds.filter((kind) =>
    attemptsOf(round, target).some((one) => evidenceOf(one) === kind),
  );
  const { gates, controls } = round.log.record;
  const isChance = (one: Attempt) => kinds.includes(evidenceOf(one)) && mayCount(one, gates);
  // Sites that fail together fail a gate: that is an outage, which passes.
  const wasOut = gates.some(({ passed }) => !passed);
  const sites = wasOut ? [] : [...controls.values()].map((attempts) => [attempts]);
  const others = round.catalog.services
    .filter(({ id }) => id !== service.id)
    .map(({ targets }) => targets.map((one) => attemptsOf(round, one)));
  const wavering = [...sites, ...others].filter((owner) =>
    owner.some((attempts) => attempts.some(gotThrough) && attempts.some(isChance)),
  );
  return wavering.length >= ownersNeeded;
}
