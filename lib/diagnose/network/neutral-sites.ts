import ipaddr from 'ipaddr.js';
import { hostOf } from '../../catalog/host-of.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { localRefusalOf } from '../../failure/local-refusal.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { ControlGroup } from '../../model/network.ts';
import { addressKindOf, hasPrivateAddress } from '../../observe/address-kind.ts';
import { type Evidence, evidenceOf, failuresOf, refusedInFirefox } from '../../observe/evidence.ts';
import {
  type ControlEvidence,
  operatorsOf,
  showsServerError,
} from '../evidence/control-evidence.ts';
import { isReachedAnew } from '../evidence/old-connections.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { isControlReached } from './network.ts';

const named: readonly ControlGroup[] = ['foreign', 'domestic', 'portal'];
/** So many owners of names that fail and are then found show a resolver at fault; without a neutral site, more. */
const failingOwners = { withSite: 2, ofServices: 3 };
/**
 * Operators of neutral sites that are not found: where they are so many, a resolver may be at fault; no country's withholds
 * those of `atFault`, unless it withholds nearly everything.
 */
const missedOperators = { inDoubt: 2, atFault: 4 };

/** How servers by address fail, whatever is asked of them; in Firefox a refusal may be an address that is unreachable. */
export function failuresByAddress(controls: readonly ControlEvidence[]): Set<Evidence> {
  const byAddress = controls.filter(({ group }) => group === 'dns').flatMap((one) => one.attempts);
  const mayBeUnreachable = byAddress.some(
    ({ valid, browserError }) => valid && browserError === refusedInFirefox,
  );
  return new Set([
    ...failuresOf(byAddress),
    ...(mayBeUnreachable ? (['unreachable'] as const) : []),
  ]);
}

/** Whether a proxy refuses neutral sites of as many operators as it opens, or of more; what it opened before goes on. */
export function areRefusedByProxy(controls: readonly ControlEvidence[]): boolean {
  const neutral = controls.filter(({ group }) => group !== 'domestic');
  const having = (is: (attempt: Attempt) => boolean) =>
    operatorsOf(neutral.filter(({ attempts }) => attempts.some(is))).size;
  const refused = having((one) => localRefusalOf(one.browserError, one.totalMs) === 'proxy');
  return refused > 0 && refused >= having(isReachedAnew);
}

/** The share of neutral sites abroad that a server's error answered, 0 to 1; of those that answer, where all do so. */
export function shareOfServerErrors(controls: readonly ControlEvidence[]): number {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const failing = foreign.filter(showsServerError).length;
  if (failing > 0 && !foreign.some(isControlReached)) return 1;
  return failing / Math.max(1, foreign.length);
}

/**
 * Whether several neutral sites hang up, now and then: somebody between does. Where a content network is out of order they
 * do each time. Chromium does not always tell whether a connection ended before or after the request.
 */
export function sitesHangUp(controls: readonly ControlEvidence[]): boolean {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const hanging = foreign.filter(({ attempts }) =>
    attempts.some(({ valid, failure }) => valid && failure === 'eof_error'),
  );
  return hanging.length > 1 && hanging.some(isControlReached);
}

/**
 * Whether plain HTTP tells nothing: neutral sites answer in HTTPS alone, as services do, and without it a firewall seems to close
 * the port to all, or somebody else answers whatever is asked.
 */
export function answersOnlyHttps({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): boolean {
  const portals = controls.flatMap(({ group, attempts }) => (group === 'portal' ? attempts : []));
  const measured = portals.filter(({ valid }) => valid);
  // A name that is not found is no port, and one packet may be lost.
  const isShut = (one: Attempt) => one.httpStatus === null && evidenceOf(one) !== 'name-fails';
  const isLed = (one: Attempt) => !one.ok && one.httpStatus !== null;
  const isClosed = measured.length > 1 && (measured.every(isShut) || measured.every(isLed));
  return (
    isClosed &&
    controls.some((one) => one.group === 'foreign' && isControlReached(one)) &&
    !services.some(answersPlainly)
  );
}

function answersPlainly({ service, attempts }: ServiceEvidence): boolean {
  return service.targets.some(
    (target) => isPlain(target) && attempts.get(target.id)?.some(gotThrough),
  );
}

/** Whether neutral sites answer, with a good certificate, at addresses to which no public name leads. */
export function givesOutAddresses(controls: readonly ControlEvidence[]): boolean {
  return controls
    .filter(isNeutralSite)
    .some(({ attempts }) => attempts.some((one) => one.ok && hasPrivateAddress(one)));
}

/** So many answers that all came from one address came by a proxy. */
const sitesByProxy = 3;

function answersFromOneAddress(controls: readonly ControlEvidence[]): boolean {
  const sites = controls.filter((one) => isNeutralSite(one) && isControlReached(one));
  const answers = sites.flatMap(({ attempts }) => attempts.filter(({ ok }) => ok));
  const addresses = new Set(answers.map((one) => addressKindOf(one) ?? one.remoteIp));
  return sites.length >= sitesByProxy && addresses.size === 1 && !addresses.has(null);
}

function isNeutralSite({ group }: ControlEvidence): boolean {
  return group === 'foreign' || group === 'domestic';
}

/**
 * Whether a proxy carries everything, or names lead to one, by its own resolver or by addresses that it invents. Then the name
 * and its addresses, which other resolvers tell, are no pair: they end at different servers, and a proxy may cut a name off.
 */
export function leadsToProxy({
  controls,
  routing,
}: Pick<RoundEvidence, 'controls' | 'routing'>): boolean {
  return sharesAddress(routing) || givesOutAddresses(controls) || answersFromOneAddress(controls);
}

function sharesAddress(routing: RoundEvidence['routing']): boolean {
  if (routing === null) return false;
  return 'sharesAddress' in routing
    ? routing.sharesAddress
    : routing.signals.some(({ id }) => id === 'addresses-shared');
}

/**
 * Whether the resolver fails on names by itself: it fails and then finds them, a neutral site's, as nobody withholds those at times,
 * or those of many services; or it does not find neutral sites of many operators, while others answer; or the round does not
 * show that it finds names at all.
 */
export function failsByItself({
  controls,
  services,
}: Pick<RoundEvidence, 'controls' | 'services'>): boolean {
  const neutral = controls.filter(({ group }) => named.includes(group));
  const missed = neutral.filter(isMissed);
  const sites = missed.filter(({ attempts }) => isFoundLate(attempts));
  const others = services.filter(({ attempts }) => [...attempts.values()].some(isFoundLate));
  const needed = sites.length > 0 ? failingOwners.withSite : failingOwners.ofServices;
  const isOften =
    sites.length + others.length >= needed || operatorsOf(missed).size >= missedOperators.atFault;
  if (isOften || neutral.some(({ attempts }) => attempts.some(isReachedAnew))) return isOften;
  return missed.length > 0 || !services.some(findsName);
}

/** Whether neutral sites of several operators are not found: a resolver at fault misses what messengers have, too. */
export function missesNeutralSites(controls: readonly ControlEvidence[]): boolean {
  const missed = controls.filter((one) => named.includes(one.group) && isMissed(one));
  return operatorsOf(missed).size >= missedOperators.inDoubt;
}

function isMissed({ attempts }: ControlEvidence): boolean {
  return failuresOf(attempts).includes('name-fails');
}

/**
 * Whether names may be lost with all others: some neutral sites answer over connections from before the round, and of those
 * that need a name none is found.
 */
export function losesNames(controls: readonly ControlEvidence[]): boolean {
  const neutral = controls.filter(({ group }) => named.includes(group));
  return (
    neutral.some(isMissed) &&
    neutral.some(isControlReached) &&
    !neutral.some(({ attempts }) => attempts.some(isReachedAnew))
  );
}

function findsName({ service, attempts }: ServiceEvidence): boolean {
  return service.targets.some(
    (target) =>
      !ipaddr.isValid(hostOf(target)) && attempts.get(target.id)?.some(isReachedAnew) === true,
  );
}

function isFoundLate(attempts: readonly Attempt[]): boolean {
  return failuresOf(attempts).includes('name-fails') && attempts.some(gotThrough);
}
