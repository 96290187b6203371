import { hostOf } from '../catalog/host-of.ts';
import { isHandshake, isPlain } from '../catalog/target-kinds.ts';
import { gotThrough } from '../model/attempt.ts';
import type { Gate } from '../model/network.ts';
import { isOwnService } from '../model/own-service.ts';
import type { AddressProbe } from '../model/resolution.ts';
import type { Round } from '../model/round.ts';
import type { RoutingResult } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import type { Standing, TargetWindow, Try, WithheldName } from '../model/standing.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';
import { nothingKnown, routingOf } from '../routing/infer.ts';
import { assembleRound, type JudgedService, serviceResult } from './assemble-round.ts';
import { answeredRounds } from './chance/answered-rounds.ts';
import { isLossless } from './chance/loss.ts';
import { ofWhichMostFail } from './chance/mostly-fails.ts';
import { sinceBlockEnded } from './chance/pauses.ts';
import { failuresAddUp, mostConnectionsFail } from './chance/service-window.ts';
import { hasStrayForgeriesAlone, straySharesAfter } from './chance/strays.ts';
import { hasFailed, tryOf } from './chance/window.ts';
import { windowsAfter, windowsOf } from './chance/windows.ts';
import { countedResolutions } from './evidence/counted-resolutions.ts';
import { invalidateUngated } from './evidence/gates.ts';
import { limitsHandshakes } from './evidence/handshake-limit.ts';
import { withHiddenTcp } from './evidence/hidden-tcp.ts';
import { hostsAtInvented } from './evidence/invented-addresses.ts';
import { familiesOfEvidence, withoutUnreachable } from './evidence/literals.ts';
import { withoutLostNames } from './evidence/lost-names.ts';
import { freshlyReachedHosts, hidesConnections, withoutOld } from './evidence/old-connections.ts';
import { answersThroughProxy, withoutFailuresOfProxy } from './evidence/own-proxy.ts';
import type { RoundEvidence, ServiceEvidence } from './evidence/round-evidence.ts';
import { withSharedSteps } from './evidence/shared-step.ts';
import { judgeNames } from './judge-names.ts';
import { withoutPageForAll } from './network/answered-for.ts';
import {
  areCertificatesGood,
  areSitesForged,
  credibleAuthorities,
} from './network/certificates.ts';
import { isClockWrong } from './network/clock.ts';
import type { NetworkVerdict } from './network/network-verdict.ts';
import {
  answersOnlyHttps,
  areRefusedByProxy,
  failsByItself,
  failuresByAddress,
  givesOutAddresses,
  leadsToProxy,
  losesNames,
  shareOfServerErrors,
  sitesHangUp,
} from './network/neutral-sites.ts';
import { hasRouteChanged, opensAtOnce } from './over-rounds/at-once.ts';
import { doubtOf } from './over-rounds/doubt.ts';
import { reassessNetwork } from './over-rounds/hindsight.ts';
import { nextStanding } from './over-rounds/hysteresis.ts';
import { withKnownBlock } from './over-rounds/known-block.ts';
import { withFilterAnswers } from './own-filter/own-filter.ts';
import { callReachabilityOf } from './service/calls.ts';
import { diagnoseService, type ServiceVerdict, type SharedContext } from './service/service.ts';
import { retiredTargets, updateTargetHealth } from './target/health.ts';
import { namesLedElsewhere } from './target/led-elsewhere.ts';
import { isPlainHttpCheck } from './target/plain.ts';
import { temper } from './target/temper.ts';
import { transferRatesOf } from './target/transfer-rates.ts';
import { rememberNames, withheldOnRoute } from './target/withheld.ts';

/** Version of the rules in this folder; recorded with every round. Raise it when a verdict may change. */
export const logicVersion = '59';

const normal: NetworkVerdict = { state: 'normal', confidence: 'high', trouble: null };

type Judged = JudgedService & {
  windows: TargetWindow[];
  aside: TargetWindow[];
  mostlyFails: boolean;
  answered: boolean[];
  opensAtOnce: boolean;
  addsUp: boolean;
  withheld: WithheldName[];
  invented: string[];
};

export interface DiagnosedRound {
  round: Round;
  /** One for each service of the round, in its order. */
  standings: Standing[];
}

/**
 * Draws a round's verdicts. Pure: the same evidence and standings always give the same round.
 * @param standings by service id, before this round
 */
export function diagnoseRound(
  observed: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): DiagnosedRound {
  const others = observed.services.filter(({ service }) => !isOwnService(service));
  const own = observed.services.filter(({ service }) => isOwnService(service));
  const seen = evidenceFrom(observed, others);
  const evidence = { ...seen, network: reassessNetwork(seen, onThisRoute(seen, standings)) };
  const judged = [
    ...judgeServices(evidence, standings),
    ...own.flatMap((one) => judgeOwn(one, { observed, evidence, standings })),
  ];
  const results = judged.map((one) => {
    const standing = standingAfter(one, standings.get(one.service.id), evidence);
    return { standing, service: serviceResult(one, standing, evidence) };
  });
  const services = results.map(({ service }) => service);
  const changes = countChanges(
    services.filter((one) => !isOwnService(one)),
    standings,
  );
  const routing = concludeRouting(evidence.routing, changes);
  const all = { ...evidence, services: [...evidence.services, ...own] };
  return {
    round: assembleRound(all, services, routing),
    standings: results.map(({ standing }) => standing),
  };
}

/** What was tried over another route says nothing of this one, nor does a name that may have been withheld on another. */
function onThisRoute(
  evidence: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): ReadonlyMap<string, Standing> {
  if (hasRouteChanged(evidence)) return new Map();
  return new Map(
    [...standings].map(([id, { withheld = [], ...standing }]) => [
      id,
      { ...standing, withheld: withheldOnRoute(withheld, evidence.routeSince) },
    ]),
  );
}

/** What was observed of some services, as far as it counts. */
function evidenceFrom(
  observed: RoundEvidence,
  services: readonly ServiceEvidence[],
): RoundEvidence {
  const families = familiesOfEvidence({ ...observed, services });
  const counted = services.map((one) =>
    withoutUnreachable(withoutOld(one), families, observed.software),
  );
  const found = losesNames(observed.controls) ? counted.map(withoutLostNames) : counted;
  const own = found.map((one) => withoutPageForAll(one, observed.controls));
  const heard = answersThroughProxy(observed) ? own : own.map(withoutFailuresOfProxy);
  return { ...observed, services: withFilterAnswers(heard) };
}

/**
 * Judges a person's own service by the evidence of all services of the catalog. Nobody vouches for such a site, so it
 * is evidence of nothing but itself.
 */
function judgeOwn(
  own: ServiceEvidence,
  {
    observed,
    evidence,
    standings,
  }: {
    observed: RoundEvidence;
    evidence: RoundEvidence;
    standings: ReadonlyMap<string, Standing>;
  },
): Judged[] {
  const others = observed.services.filter(({ service }) => !isOwnService(service));
  const seen = evidenceFrom(observed, [...others, own]);
  const judged = judgeServices({ ...seen, network: evidence.network }, standings);
  return judged.filter(({ service }) => service.id === own.service.id);
}

function judgeServices(
  observed: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): Judged[] {
  const evidence = { ...observed, resolutions: countedResolutions(observed) };
  const { network, startedAt } = evidence;
  const gated = evidence.services.map((one) => asGatesLet(one, evidence.gates));
  // Such a resolver shows nothing of a single name.
  const failsAnyway = failsByItself(evidence);
  const remembered = onThisRoute(evidence, standings);
  const invented = gated.map((one) => inventedAfter(one, remembered.get(one.service.id)));
  const named = failsAnyway ? { ...evidence, resolutions: [] } : evidence;
  const counted = gated.map(withHiddenTcp).map(withSharedSteps);
  const windows = windowsAfter(evidence, counted, remembered);
  const aside = windowsAfter(evidence, counted, remembered, 'aside');
  const knownWindows = gated.map((one) =>
    windowsOf(one, windows, remembered.get(one.service.id)?.windows ?? []),
  );
  const neutral = neutralTries(evidence);
  const straysFor = straySharesAfter(knownWindows, neutral);
  const soFar = { windows: knownWindows, neutral, standings: remembered };
  const names = judgeNames(evidence, failsAnyway ? [] : gated, soFar);
  const shared = {
    ...sharedContext(evidence, names.proven, servicesOnList(gated, invented)),
    filteredNames: names.filtered,
    freshHosts: freshlyReachedHosts(gated, hidesConnections(evidence.controls)),
  };
  return gated.map((one, index) => {
    const { service } = one;
    const before = standings.get(service.id);
    const seen = { ...one, windows, retired: retiredTargets(service, before?.health ?? []) };
    const same = remembered.get(service.id);
    const known = sinceBlockEnded(knownWindows[index] ?? []);
    const beside = sinceBlockEnded(windowsOf(one, aside, same?.aside ?? []));
    const answered = answeredRounds(same?.answered ?? [], known, startedAt);
    const context = { ...shared, strays: straysFor(index) };
    const diagnose = (line: NetworkVerdict) => diagnoseService(seen, context, line);
    const alone = withKnownBlock(diagnose(network), same, evidence, () => diagnose(normal));
    const opens = alone.state === 'ok';
    const past = { before: same, opens, answered, startedAt, aside: beside };
    const tries = known.flatMap((window) => window.tries);
    const mostlyFails = !hasStrayForgeriesAlone(tries, context) && mostConnectionsFail(known, past);
    const verdict = mostlyFails
      ? { ...alone, ...temper(ofWhichMostFail(alone, known, network), network) }
      : alone;
    return {
      service,
      verdict: awaiting(verdict, one, evidence),
      windows: known,
      aside: beside,
      mostlyFails,
      answered,
      opensAtOnce: opensAtOnce(evidence, one, verdict, before),
      addsUp: failuresAddUp({ verdict, answered, aside: beside }, same, startedAt),
      invented: invented[index] ?? [],
      withheld: rememberNames(same?.withheld ?? [], one, named),
    };
  });
}

/** The tries of each neutral site abroad. */
function neutralTries({ controls }: RoundEvidence): Try[][] {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  return foreign.map(({ attempts }) => attempts.flatMap(tryOf));
}

/**
 * Services of which a host is led elsewhere by an invented address: a list has whole services, as a rule.
 * @param invented such hosts of each service, now or of late
 */
function servicesOnList(
  services: readonly ServiceEvidence[],
  invented: readonly (readonly string[])[],
): ServiceEvidence[] {
  return services.filter((_one, index) => (invented[index] ?? []).length > 0);
}

function inventedAfter(one: ServiceEvidence, before: Standing | undefined): string[] {
  return hostsAtInvented(before?.invented ?? [], one);
}

/** What opens is not sure while something of it that failed is to be repeated. */
function awaiting(
  verdict: ServiceVerdict,
  { attempts }: ServiceEvidence,
  { awaited = [] }: RoundEvidence,
): ServiceVerdict {
  const isAwaited = verdict.state === 'ok' && awaited.some((id) => attempts.has(id));
  return isAwaited ? { ...verdict, confidence: 'low' } : verdict;
}

function sharedContext(
  evidence: RoundEvidence,
  proven: ReadonlySet<string>,
  onList: readonly ServiceEvidence[],
): Omit<SharedContext, 'freshHosts' | 'strays'> {
  const byProxy = leadsToProxy(evidence);
  return {
    provenNames: proven,
    resolutions: evidence.resolutions,
    addressProbes: byProxy ? [] : probesOfFailing(evidence, onList),
    transferRates: transferRatesOf(evidence),
    lossless: isLossless(evidence),
    limitsHandshakes: limitsHandshakes(evidence.software),
    givesOutAddresses: givesOutAddresses(evidence.controls),
    byProxy,
    hidesConnections: hidesConnections(evidence.controls),
    failuresByAddress: failuresByAddress(evidence.controls),
    onlyHttps: answersOnlyHttps(evidence),
    sitesHangUp: sitesHangUp(evidence.controls),
    refusedAlike: areRefusedByProxy(evidence.controls),
    callReach: callReachabilityOf(evidence.controls),
    home: evidence.home,
    homeSpared: evidence.homeSpared === true,
    gates: evidence.gates,
    certificatesGood: areCertificatesGood(evidence.controls),
    clockWrong: isClockWrong(evidence.controls),
    credibleAuthorities: credibleAuthorities(evidence.controls),
    sitesForged: areSitesForged(evidence.controls),
    neutralErrors: shareOfServerErrors(evidence.controls),
  };
}

/**
 * A name that gets through agrees with none that fails, and one that leads elsewhere, or is on a list of names that do, shows
 * nothing of its server. Names of services that are left out agree with nothing.
 */
function probesOfFailing(
  { addressProbes, services }: RoundEvidence,
  onList: readonly ServiceEvidence[],
): AddressProbe[] {
  const judged = new Set(services.flatMap(hostsOf));
  const reached = services.flatMap(({ service, attempts }) =>
    service.targets
      .filter((one) => isHandshake(one) && attempts.get(one.id)?.some(gotThrough))
      .map(hostOf),
  );
  const others = new Set([...namesLedElsewhere(services), ...reached, ...onList.flatMap(hostsOf)]);
  return addressProbes.filter(({ name }) => judged.has(name) && !others.has(name));
}

function hostsOf({ service }: ServiceEvidence): string[] {
  return service.targets.map(hostOf);
}

/** A service with its attempts as they count. */
function asGatesLet(one: ServiceEvidence, gates: readonly Gate[]): ServiceEvidence {
  const plain = new Set(one.service.targets.filter(isPlain).map(({ id }) => id));
  const attempts = new Map(
    [...one.attempts].map(([id, each]) => [
      id,
      invalidateLoneUnknowns(invalidateUngated(each, gates, plain.has(id))),
    ]),
  );
  return { ...one, attempts };
}

function standingAfter(
  {
    service,
    verdict,
    windows,
    aside,
    withheld,
    invented,
    mostlyFails,
    answered,
    opensAtOnce: isOpening,
    addsUp,
  }: Judged,
  before: Standing | undefined,
  evidence: RoundEvidence,
): Standing {
  const { id: roundId, startedAt: at } = evidence;
  const { state, mechanisms, artefact, reason } = verdict;
  const plain = new Set(service.targets.filter(isPlainHttpCheck).map(({ id }) => id));
  // A server that is out of order still answers in plain HTTP, so such a target is no measure for its siblings.
  const compared = verdict.targets.filter(({ id }) => !plain.has(id));
  const health = updateTargetHealth(before?.health ?? [], compared);
  const opens = compared.some(({ attempts }) => attempts.some(gotThrough));
  const id = service.id;
  const roundVerdict = {
    service: id,
    roundId,
    at,
    state,
    mechanisms,
    artefact,
    opensAtOnce: isOpening,
    addsUp,
    nothingOpens:
      state === 'impaired' && (!opens || (reason === 'mostly-fails' && answered.at(-1) === false)),
    doubt: doubtOf({ service, verdict, withheld, before }, evidence),
  };
  const {
    health: _health,
    windows: _windows,
    aside: _aside,
    withheld: _withheld,
    invented: _invented,
    mostlyFails: _mostlyFails,
    answered: _answered,
    ...standing
  } = nextStanding(before, roundVerdict);
  return {
    ...standing,
    ...(health.length > 0 && { health }),
    ...(windows.length > 0 && { windows }),
    ...(aside.length > 0 && { aside }),
    ...(withheld.length > 0 && { withheld }),
    ...(invented.length > 0 && { invented }),
    ...(mostlyFails && { mostlyFails }),
    ...((answered.includes(false) || windows.some(hasFailed)) && { answered }),
  };
}

function concludeRouting(seen: RoundEvidence['routing'], changedServices: number): RoutingResult {
  if (seen === null) return nothingKnown;
  return 'verdict' in seen ? seen : routingOf(seen, changedServices);
}

/** Counts the services that work now and did not before, or the reverse. */
function countChanges(
  services: readonly ServiceResult[],
  standings: ReadonlyMap<string, Standing>,
): number {
  return services.filter(({ id, roundState }) => {
    const before = standings.get(id)?.state;
    if (before === undefined || roundState === 'insufficient') return false;
    return (before === 'ok') !== (roundState === 'ok');
  }).length;
}
