import type { Service, ServiceRole, Target } from '../../catalog/schema.ts';
import { isSocket, isTransfer } from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { PreliminaryWord } from '../../model/progress.ts';
import { type Evidence, failuresOf } from '../../observe/evidence.ts';
import { reached, type Verdict } from '../verdict.ts';
import { combineRoles, type JudgedRole } from './combine-roles.ts';
import { diagnoseRole } from './role.ts';

type Attempts = ReadonlyMap<string, readonly Attempt[]>;

/**
 * What a service looks like so far, by the rules of its roles; a target counts as failing from its first failure on.
 * Null before the first evidence.
 * @param attempts those made so far, by target id
 */
export function preliminaryWord(service: Service, attempts: Attempts): PreliminaryWord | null {
  const roles = service.roles.flatMap((role) => seenRole(role, service, attempts));
  const { state } = combineRoles(roles);
  switch (state) {
    case 'ok':
      return 'opens';
    case 'impaired':
      return 'in-part';
    case 'insufficient':
      return null;
    case 'blocked':
    case 'likely_blocked':
    case 'down':
      return wordOfFailure(service, attempts);
    default:
      return state satisfies never;
  }
}

/** A role by what was seen of its targets; none where nothing was. */
function seenRole(role: ServiceRole, service: Service, attempts: Attempts): JudgedRole[] {
  const verdicts = votersOf(role, service, attempts).flatMap((target) =>
    seenTarget(attempts.get(target.id) ?? []),
  );
  if (verdicts.length === 0) return [];
  const someWorks = verdicts.some(({ state }) => state === 'ok');
  return [{ role, someWorks, verdict: diagnoseRole(role, verdicts) }];
}

function votersOf({ role }: ServiceRole, service: Service, attempts: Attempts): Target[] {
  const page = service.targets.find(({ id }) => id === service.sentinel);
  const isPageGone = page?.role === role && fails(attempts.get(page.id) ?? []);
  return service.targets.filter(
    (target) =>
      target.votes &&
      target.role === role &&
      !isTransfer(target) &&
      // An open WebSocket is useless without the page that uses it.
      !(isPageGone && isSocket(target)),
  );
}

/** Serves the rules of roles only: nobody is told of a state after one failure. */
const failing: Verdict = {
  state: 'likely_blocked',
  confidence: 'low',
  locus: 'unknown',
  mechanisms: [],
  reason: 'unclear-failure',
  artefact: false,
};

function seenTarget(attempts: readonly Attempt[]): Verdict[] {
  if (fails(attempts)) return [failing];
  return attempts.some(gotThrough) ? [reached('low')] : [];
}

function fails(attempts: readonly Attempt[]): boolean {
  return failuresOf(attempts).length > 0 && !attempts.some(gotThrough);
}

/** The sentinel's failures speak for the service, and where it has none, those of all targets. */
function wordOfFailure(service: Service, attempts: Attempts): PreliminaryWord {
  const ofSentinel = failuresOf(attempts.get(service.sentinel) ?? []);
  const ofAll = service.targets.flatMap(({ id }) => failuresOf(attempts.get(id) ?? []));
  const words = new Set((ofSentinel.length > 0 ? ofSentinel : ofAll).map(wordOf));
  const [first = 'fails'] = words;
  return words.size > 1 ? 'fails' : first;
}

function wordOf(failure: Evidence): PreliminaryWord {
  switch (failure) {
    case 'name-fails':
      return 'name-not-found';
    case 'connect-timeout':
    case 'timeout':
    case 'handshake-timeout':
      return 'no-answer';
    case 'cut-off':
    case 'broken-off':
      return 'cut-off';
    default:
      return 'fails';
  }
}
