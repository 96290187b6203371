import { isTransfer } from '../catalog/is-transfer.ts';
import type { Service, ServiceRole, Target } from '../catalog/schema.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Role } from '../model/role.ts';
import type { RoleResult, TargetResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';
import { evidenceOf } from '../observe/evidence.ts';
import { type CallReachability, diagnoseCalls } from './calls.ts';
import type { NetworkVerdict } from './network.ts';
import { addPlainHttpBlock, isPlainHttpCheck } from './plain.ts';
import { diagnoseRole, impairedBy, isTransferTrouble } from './role.ts';
import { diagnoseTarget } from './target.ts';
import type { TargetContext } from './target-context.ts';
import { temper } from './temper.ts';
import {
  insufficient,
  isFailureState,
  mechanismsOf,
  reached,
  type Verdict,
  worst,
} from './verdict.ts';

/** What a round saw of one service. */
export interface ServiceEvidence {
  service: Service;
  /** Attempts by target id. A target that the round planned to probe has an entry, if only empty. */
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  /** Ids of planned targets for which the browser lacks the permission. */
  forbidden: ReadonlySet<string>;
  /** Ids of targets that have lost their vote. */
  retired?: ReadonlySet<string>;
}

export interface ServiceVerdict extends Verdict {
  roles: RoleResult[];
  targets: TargetResult[];
}

type SharedContext = Omit<TargetContext, 'siblingIntercepted'> & {
  /** Whether the network lets calls' packets through. */
  callReach: CallReachability;
};

/** Draws a service's verdict from one round's attempts, bottom up: targets, roles, service. */
export function diagnoseService(
  evidence: ServiceEvidence,
  shared: SharedContext,
  network: NetworkVerdict,
): ServiceVerdict {
  const context = { ...shared, siblingIntercepted: isIntercepted(evidence) };
  const planned = evidence.service.targets.filter((target) => evidence.attempts.has(target.id));
  const targets = planned.map((target) => ({
    target,
    verdict: evidence.forbidden.has(target.id)
      ? insufficient('needs-permission')
      : temper(diagnoseTarget(target, attemptsOf(evidence, target), context), network),
  }));
  const sentinel = targets.find(({ target }) => target.id === evidence.service.sentinel);
  const roles = evidence.service.roles.map((role) => {
    const isPageGone =
      sentinel?.target.role === role.role && isFailureState(sentinel.verdict.state);
    const voters = targets.filter(
      ({ target, verdict }) =>
        target.votes &&
        target.role === role.role &&
        evidence.retired?.has(target.id) !== true &&
        // A socket that opens is of no use without the page that is to speak over it.
        !(isPageGone && target.kind === 'websocket' && verdict.state === 'ok') &&
        // A transfer that told nothing leaves the word to those that carry little.
        !(isTransfer(target) && verdict.state === 'insufficient'),
    );
    return {
      role,
      planned: voters.length > 0,
      someWorks: voters.some(({ verdict }) => verdict.state === 'ok'),
      verdict: diagnoseRole(
        role,
        voters.map(({ verdict }) => verdict),
      ),
    };
  });
  return {
    ...addPlainHttpBlock(
      combineRoles(roles.filter((one) => one.planned)),
      targets.filter(({ target }) => isPlainHttpCheck(target)).map(({ verdict }) => verdict),
    ),
    roles: roles.map(({ role, verdict }) => ({
      role: role.role,
      required: role.required,
      state: verdict.state,
      mechanisms: verdict.mechanisms,
      ...(role.byCallControls && diagnoseCalls(shared.callReach, evidence.service.operatorCountry)),
    })),
    targets: targets.map(({ target, verdict }) => ({
      id: target.id,
      role: target.role,
      kind: target.kind,
      url: target.urls[0] ?? '',
      state: verdict.state,
      mechanisms: verdict.mechanisms,
      retired: evidence.retired?.has(target.id) === true,
      attempts: [...attemptsOf(evidence, target)],
    })),
  };
}

function attemptsOf(evidence: ServiceEvidence, target: Target): readonly Attempt[] {
  return evidence.attempts.get(target.id) ?? [];
}

function isIntercepted(evidence: ServiceEvidence): boolean {
  return evidence.service.targets
    .filter((target) => target.rule !== 'cert_authority_error_or_http')
    .flatMap((target) => attemptsOf(evidence, target))
    .some((attempt) => evidenceOf(attempt) === 'foreign-certificate');
}

interface JudgedRole {
  role: ServiceRole;
  verdict: Verdict;
  /** One of its targets at least got through. */
  someWorks: boolean;
}

/**
 * A role that works counts only where a person can use it: media without the login they need are no
 * proof that a service works, nor that it is half broken.
 */
function combineRoles(roles: readonly JudgedRole[]): Verdict {
  const failing = new Set<Role>(
    roles.filter((one) => isFailureState(one.verdict.state)).map((one) => one.role.role),
  );
  const required = roles.filter(({ role }) => role.required);
  const usable = required.filter(
    ({ role }) => !(role.needs !== undefined && failing.has(role.needs)),
  );
  const fails = verdictsOf(required, 'blocked', 'likely_blocked', 'down');
  const impaired = [...verdictsOf(usable, 'impaired'), ...throttled(roles, required)];
  const works = verdictsOf(usable, 'ok');
  const someWorks = usable.some((one) => one.someWorks);

  if (impaired.length > 0 || (someWorks && fails.length > 0))
    return impairedBy([...fails, ...impaired]);
  const gravest = worst(fails);
  if (gravest !== undefined) return { ...gravest, mechanisms: mechanismsOf(fails) };
  const [unknown] = verdictsOf(usable, 'insufficient');
  if (unknown !== undefined) return unknown;
  if (works.length === 0) return insufficient('too-few-attempts');
  return reached(works.every((one) => one.confidence === 'high') ? 'high' : 'medium');
}

/** Who can write and not send a picture is not well served, whichever role pictures belong to. */
function throttled(roles: readonly JudgedRole[], required: readonly JudgedRole[]): Verdict[] {
  return roles
    .filter((one) => !required.includes(one))
    .map(({ verdict }) => verdict)
    .filter(isTransferTrouble);
}

function verdictsOf(roles: readonly JudgedRole[], ...states: ServiceState[]): Verdict[] {
  return roles.map(({ verdict }) => verdict).filter(({ state }) => states.includes(state));
}
