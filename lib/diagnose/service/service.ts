import { isDomestic } from '../../catalog/domestic.ts';
import { hostOf } from '../../catalog/host-of.ts';
import type { Service, ServiceRole, Target } from '../../catalog/schema.ts';
import {
  isPlain,
  isSocket,
  isTransfer,
  isUpload,
  privateAuthorityOf,
} from '../../catalog/target-kinds.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { RecentTries, RoleResult, TargetResult } from '../../model/service.ts';
import type { TargetWindow, Try } from '../../model/standing.ts';
import { evidenceOf, isOfAnotherName } from '../../observe/evidence.ts';
import { isWayLossy, lateAnswers } from '../chance/loss.ts';
import { byWindow } from '../chance/mostly-fails.ts';
import {
  hasStrayForgeriesAlone,
  type StrayShares,
  unlessErrorIsStray,
  unlessForgeryIsStray,
  unlessProofIsStray,
  unlessStray,
} from '../chance/strays.ts';
import { isMixed, tryOf } from '../chance/window.ts';
import { withHiddenTcp } from '../evidence/hidden-tcp.ts';
import { isLeftToProxy } from '../evidence/own-proxy.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { withSharedStep } from '../evidence/shared-step.ts';
import type { NetworkVerdict } from '../network/network-verdict.ts';
import { besideFilter } from '../own-filter/local.ts';
import { showsFilter } from '../own-filter/own-filter.ts';
import { addPlainHttpBlock, isPlainHttpCheck } from '../target/plain.ts';
import { diagnoseTarget } from '../target/target.ts';
import type { TargetContext } from '../target/target-context.ts';
import { temper } from '../target/temper.ts';
import { isSlow, isWhole } from '../target/transfer-rates.ts';
import { insufficient, isFailureState, type Verdict } from '../verdict.ts';
import { type CallReachability, diagnoseCalls } from './calls.ts';
import { combineRoles, type JudgedRole } from './combine-roles.ts';
import { diagnoseRole } from './role.ts';

export interface ServiceVerdict extends Verdict {
  roles: RoleResult[];
  targets: TargetResult[];
}

/** What all services of a round have in common. */
export type SharedContext = Omit<
  TargetContext,
  'siblingForgeries' | 'siblingsFiltered' | 'sameHost'
> & {
  /** Whether the network lets calls' packets through. */
  callReach: CallReachability;
  home: RoundEvidence['home'];
  /** Whether hosts of the home country were not asked. */
  homeSpared: boolean;
  /** How often connections to other services fail. */
  strays: StrayShares;
  /** A neutral site showed an untrusted certificate. */
  sitesForged: boolean;
  /** The share of neutral sites that servers' errors answered, 0 to 1. */
  neutralErrors: number;
};

interface JudgedTarget {
  target: Target;
  verdict: Verdict;
}

/** Draws a service's verdict from one round's attempts, bottom up: targets, roles, service. */
export function diagnoseService(
  evidence: ServiceEvidence,
  shared: SharedContext,
  network: NetworkVerdict,
): ServiceVerdict {
  const targets = judgeTargets(evidence, shared, network);
  const roles = evidence.service.roles.map((role) => judgeRole(role, targets, evidence));
  const plain = targets.filter(({ target }) => isPlainHttpCheck(target));
  const combined = combineRoles(
    roles.filter((one) => one.isPlanned),
    shared.gates[0]?.passed === false,
  );
  const whole = addPlainHttpBlock(
    withLocalPart(combined, targets, evidence.service.roles),
    plain.map((one) => one.verdict),
  );
  return {
    ...(hasPoorTransfer(targets, evidence) ? atMostMedium(whole) : whole),
    roles: roles.map(({ role, verdict }) => ({
      role: role.role,
      required: role.required,
      state: verdict.state,
      mechanisms: verdict.mechanisms,
      ...(role.byCallControls && diagnoseCalls(shared.callReach, evidence.service, shared.home)),
    })),
    targets: targets.map((judged) => targetResult(judged, evidence)),
  };
}

/** Whether a transfer that says nothing fell silent or crawled, as neutral ones may have, too: evidence against nobody. */
function hasPoorTransfer(targets: readonly JudgedTarget[], evidence: ServiceEvidence): boolean {
  return targets.some(({ target, verdict }) => {
    if (!isTransfer(target) || verdict.state !== 'insufficient') return false;
    const isPoor = (one: Attempt) =>
      one.failure === 'generic_timeout_error' || (isWhole(one) && isSlow(target.kind, one));
    return attemptsOf(evidence, target).some((one) => one.valid && isPoor(one));
  });
}

function atMostMedium(verdict: Verdict): Verdict {
  const isSure = verdict.state === 'ok' && verdict.confidence === 'high';
  return isSure ? { ...verdict, confidence: 'medium' } : verdict;
}

/**
 * Where nothing is proven of the network, a filter of one's own is what is known of the failures, if it withholds something
 * that is needed.
 */
function withLocalPart(
  verdict: Verdict,
  targets: readonly JudgedTarget[],
  roles: readonly ServiceRole[],
): Verdict {
  const isOpen = verdict.locus === 'unknown' && verdict.state !== 'blocked';
  const fails = isFailureState(verdict.state) || verdict.state === 'impaired';
  const needed = roles.filter(({ required }) => required).map(({ role }) => role);
  const hasLocal = targets.some(
    ({ target, verdict: one }) =>
      target.votes && needed.includes(target.role) && one.locus === 'local' && one.state !== 'ok',
  );
  return isOpen && fails && hasLocal ? { ...verdict, locus: 'local' } : verdict;
}

function judgeTargets(
  evidence: ServiceEvidence,
  shared: SharedContext,
  network: NetworkVerdict,
): JudgedTarget[] {
  const siblings = siblingsOf(evidence);
  const foreign = siblings.flatMap(foreignOf);
  const isForgedInPart =
    shared.strays.has('tls.mitm') ||
    siblings.some((one) => isGenuine(one, foreign)) ||
    foreign.every(({ host }) => getsThrough(host, siblings));
  const context = {
    ...shared,
    // One is a reason for doubt, as any is where they are forged wherever connections lead, of one sibling alone or at times.
    siblingForgeries: Math.min(forgeriesIn(foreign), isForgedInPart ? 1 : 2),
    siblingsFiltered: foreign.some(({ host }) => shared.filteredNames?.has(host) === true),
  };
  const withFilter = showsFilter(evidence) ? besideFilter : (verdict: Verdict) => verdict;
  return evidence.service.targets
    .filter((target) => evidence.attempts.has(target.id))
    .map((target) => ({
      target,
      verdict:
        whyUnasked(target, evidence, context) ??
        withFilter(temper(judgeTarget(target, evidence, { ...context, network }), network)),
    }));
}

function judgeTarget(
  target: Target,
  evidence: ServiceEvidence,
  context: TargetContext &
    Pick<SharedContext, 'strays' | 'sitesForged' | 'neutralErrors'> & {
      network: NetworkVerdict;
    },
): Verdict {
  const seen = withHiddenTcp(evidence);
  const attempts = withSharedStep(attemptsOf(seen, target));
  const isProxied = attempts.some(isLeftToProxy);
  const verdict = diagnoseTarget(target, attempts, {
    ...context,
    // Through a proxy it is the proxy that breaks off, or is silent, and the address alone shows nothing of it.
    byProxy: context.byProxy || isProxied,
    addressProbes: isProxied ? [] : context.addressProbes,
    sameHost: evidence.service.targets
      .filter((one) => hostOf(one) === hostOf(target))
      .flatMap((one) => withSharedStep(attemptsOf(seen, one))),
  });
  // Lost packets slow a transfer down too, and stop it anywhere.
  if (mayBeByLoss(verdict) && (isWayLossy(evidence) || losesPackets(evidence))) {
    return insufficient('too-few-attempts');
  }
  if (isFreeze(verdict) && mayBeLoss(target, evidence)) return stoppedOnLossyWay(verdict);
  const window = evidence.windows?.get(target.id);
  const tries = triesOf(target, window, attempts);
  const own = unlessErrorIsStray(unlessForgeryIsStray(verdict, tries, context), tries, context);
  const proven = unlessProofIsStray(own, tries, context.strays);
  const failing = hasStrayForgeriesAlone(tries, context) ? undefined : window;
  return unlessStray(byWindow(proven, failing, context.network), tries, context);
}

/** Those of its window, or of this round alone where none are kept: of several addresses, of transfers, and without a vote. */
function triesOf(
  { urls }: Target,
  window: TargetWindow | undefined,
  attempts: readonly Attempt[],
): readonly Try[] {
  return window === undefined || urls.length > 1 ? attempts.flatMap(tryOf) : window.tries;
}

/** Nobody knows where an upload stopped, so that less speaks against loss. */
function mayBeLoss(target: Target, evidence: ServiceEvidence): boolean {
  if (isWayLossy(evidence)) return true;
  return isUpload(target) && (losesPackets(evidence) || hasSilence(evidence));
}

function mayBeByLoss({ state, reason }: Verdict): boolean {
  return reason === 'transfer-crawls' || (reason === 'transfer-freezes' && state === 'impaired');
}

function isFreeze({ reason, mechanisms }: Verdict): boolean {
  return reason === 'transfer-freezes' && mechanisms.includes('tls.throttle.sni');
}

/** It does stop, for whatever cause: packets that are lost again and again stop a transfer for long. What is small passes. */
function stoppedOnLossyWay(verdict: Verdict): Verdict {
  return {
    ...verdict,
    state: 'impaired',
    confidence: 'low',
    locus: 'unknown',
    mechanisms: ['timeout'],
    artefact: false,
  };
}

/** Whether small targets of the service were late in this round, or failed and got through in turn of late. */
function losesPackets({ service, attempts, windows }: ServiceEvidence): boolean {
  const small = smallTargetsOf(service);
  return (
    lateAnswers(small.flatMap(({ id }) => attempts.get(id) ?? [])).length > 0 ||
    small.some(({ id }) => isMixed(windows?.get(id)?.tries ?? []))
  );
}

function hasSilence({ service, attempts }: ServiceEvidence): boolean {
  return smallTargetsOf(service).some(({ id }) =>
    attempts.get(id)?.some((one) => evidenceOf(one) === 'timeout'),
  );
}

function smallTargetsOf({ targets }: Service): Target[] {
  return targets.filter((target) => !isTransfer(target));
}

/** A gap that the network has no part in; null where the target was asked. */
function whyUnasked(
  target: Target,
  evidence: ServiceEvidence,
  { home, homeSpared }: Pick<SharedContext, 'home' | 'homeSpared'>,
): Verdict | null {
  if (evidence.forbidden.has(target.id)) return insufficient('needs-permission');
  const isSpared = homeSpared && isDomestic(evidence.service, home);
  return isSpared && attemptsOf(evidence, target).length === 0
    ? insufficient('not-through-detour')
    : null;
}

function judgeRole(
  role: ServiceRole,
  targets: readonly JudgedTarget[],
  evidence: ServiceEvidence,
): JudgedRole & { isPlanned: boolean } {
  const voters = votersOf(role, targets, evidence);
  return {
    role,
    isPlanned: voters.length > 0,
    someWorks: voters.some(({ verdict }) => verdict.state === 'ok'),
    verdict: diagnoseRole(
      role,
      voters.map(({ verdict }) => verdict),
    ),
  };
}

function votersOf(
  { role }: ServiceRole,
  targets: readonly JudgedTarget[],
  { service, retired }: ServiceEvidence,
): JudgedTarget[] {
  const sentinel = targets.find(({ target }) => target.id === service.sentinel);
  const isPageGone = sentinel?.target.role === role && isFailureState(sentinel.verdict.state);
  return targets.filter(
    ({ target, verdict }) =>
      target.votes &&
      target.role === role &&
      retired?.has(target.id) !== true &&
      // An open WebSocket is useless without the page that uses it.
      !(isPageGone && isSocket(target) && verdict.state === 'ok') &&
      // A transfer without a result leaves the vote to the role's small targets.
      !(isTransfer(target) && verdict.state === 'insufficient'),
  );
}

function targetResult({ target, verdict }: JudgedTarget, evidence: ServiceEvidence): TargetResult {
  return {
    id: target.id,
    role: target.role,
    kind: target.kind,
    url: target.urls[0] ?? '',
    state: verdict.state,
    mechanisms: verdict.mechanisms,
    retired: evidence.retired?.has(target.id) === true,
    recent: recentTries(evidence.windows?.get(target.id)),
    attempts: [...attemptsOf(evidence, target)],
  };
}

function recentTries(window: TargetWindow | undefined): RecentTries | null {
  const tries = window?.tries ?? [];
  const [first] = tries;
  if (first === undefined) return null;
  const failures = tries.filter(({ ok }) => !ok).length;
  return { tries: tries.length, failures, since: first.at };
}

function attemptsOf(evidence: ServiceEvidence, target: Target): readonly Attempt[] {
  return evidence.attempts.get(target.id) ?? [];
}

interface ForeignCertificate {
  host: string;
  isOfAnotherName: boolean;
}

interface Sibling {
  host: string;
  attempts: readonly Attempt[];
}

/** What a service has under a public authority. A transfer meets the same certificate as the small request to its host. */
function siblingsOf(evidence: ServiceEvidence): Sibling[] {
  const { targets } = evidence.service;
  const marked = new Set(targets.filter((one) => privateAuthorityOf(one) !== null).map(hostOf));
  return targets
    .filter((target) => !isPlain(target) && !marked.has(hostOf(target)))
    .map((target) => ({ host: hostOf(target), attempts: attemptsOf(evidence, target) }));
}

function foreignOf({ host, attempts }: Sibling): ForeignCertificate[] {
  return attempts
    .filter((attempt) => evidenceOf(attempt) === 'foreign-certificate')
    .map((attempt) => ({ host, isOfAnotherName: isOfAnotherName(attempt) }));
}

/** Whether a host answered under its own certificate alone. */
function isGenuine({ host, attempts }: Sibling, foreign: readonly ForeignCertificate[]): boolean {
  return attempts.some(gotThrough) && foreign.every((one) => one.host !== host);
}

function getsThrough(host: string, siblings: readonly Sibling[]): boolean {
  return siblings.some((one) => one.host === host && one.attempts.some(gotThrough));
}

/** Those of another name are a reason for doubt, however many, and no proof. */
function forgeriesIn(foreign: readonly ForeignCertificate[]): number {
  const untrusted = foreign.filter((one) => !one.isOfAnotherName).length;
  return Math.max(untrusted, Math.min(foreign.length, 1));
}
