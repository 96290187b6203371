import { filterSigns } from '../../catalog/filter-signs.ts';
import { hostOf } from '../../catalog/host-of.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { AddressProbe, Resolution } from '../../model/resolution.ts';
import { evidenceOf, isSilentName, refusedInFirefox } from '../../observe/evidence.ts';
import { isPublicAddress, isWithheldAtHome, outcomeOfName } from '../../observe/names.ts';
import type { ControlEvidence } from '../evidence/control-evidence.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';
import { areCertificatesGood, areSitesForged } from '../network/certificates.ts';
import { outcomeOfAddress } from '../target/pairs.ts';
import { showsFilter } from './own-filter.ts';

/**
 * How a resolver withholds a name: it denies it, leads it to an address of this computer, or to a server of its own,
 * which has no certificate for it.
 */
type Style = 'denied' | 'nowhere' | 'own-server';

/** Whether a filter of one's own withholds a name. `unclear`: such a filter is there, and so may be the state's. */
export type Filtering = 'own' | 'unclear';

interface Seen {
  services: readonly Pick<ServiceEvidence, 'service' | 'attempts'>[];
  controls: readonly ControlEvidence[];
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
}

/**
 * The names that a filter of one's own withholds, or may. It withholds names that no state does: the one by which
 * it asks Firefox to leave names to it, or advertising beside a service of which nothing else fails; or its page stands in
 * place of the service's. A name that a national resolver withholds as well is the state's.
 */
export function filteredNames(seen: Seen): Map<string, Filtering> {
  const signs = signsOf(seen.controls);
  const forgesAtTimes = forgesNowAndThen(seen);
  const names = new Map<string, Filtering>();
  for (const service of seen.services) {
    for (const { name, attempts } of namesOf(service)) {
      const filtering = filteringOf(name, attempts, { ...seen, service, signs, forgesAtTimes });
      if (filtering !== null) names.set(name, filtering);
    }
  }
  return names;
}

type Signs = Record<keyof typeof filterSigns, Style | null>;

function signsOf(controls: readonly ControlEvidence[]): Signs {
  const styleOfSign = (id: string) =>
    styleOf(controls.find((one) => one.id === id)?.attempts ?? []);
  return {
    canary: styleOfSign(filterSigns.canary),
    advertising: styleOfSign(filterSigns.advertising),
  };
}

function namesOf({ service, attempts }: Seen['services'][number]) {
  return service.targets
    .filter((target) => !isTransfer(target))
    .map((target) => ({ name: hostOf(target), attempts: attempts.get(target.id) ?? [] }));
}

function filteringOf(
  name: string,
  attempts: readonly Attempt[],
  {
    service,
    signs,
    controls,
    resolutions,
    addressProbes,
    forgesAtTimes,
  }: Seen & { service: Seen['services'][number]; signs: Signs; forgesAtTimes: boolean },
): Filtering | null {
  const style = styleOf(attempts);
  if (style === null) return null;
  if (style === 'own-server') {
    // No interceptor of messengers answers for advertising, nor as a resolver that somebody chose; a portal for all.
    const isAnswered = isServed(signs) || showsFilter(service);
    return isAnswered && !forgesAtTimes && areCertificatesGood(controls) ? 'own' : null;
  }
  if (outcomeOfName(name, resolutions).known !== 'elsewhere') return null;
  const isByAdvertising = signs.advertising !== null && failsByNameAlone(service);
  if (signs.canary === null && !isByAdvertising) return null;
  if (style === 'nowhere' && !leadsNowhere(name, addressProbes, signs)) return null;
  const national = resolutions.filter((one) => one.name === name && one.national);
  if (national.some(isWithheldAtHome)) return null;
  // A filter withholds all its names in one manner: what is withheld in another one is somebody else's work.
  if (signs.advertising !== null && signs.advertising !== style) return 'unclear';
  // Where no national resolver says that it knows the name, the state may withhold it beside such a filter.
  const isKnown = national.some(({ addresses }) => addresses.some(isPublicAddress));
  const isAlike = national.length === 0 && signs.advertising === style;
  return isKnown || isAlike ? 'own' : 'unclear';
}

/** Whether the filter's own server answers for names that no state withholds. */
function isServed({ canary, advertising }: Signs): boolean {
  return canary === 'own-server' || advertising === 'own-server';
}

/** Whether the name leads elsewhere than to its server, which is alive. */
function leadsNowhere(name: string, probes: readonly AddressProbe[], signs: Signs): boolean {
  const address = outcomeOfAddress(name, probes);
  if (address === 'unknown') return signs.advertising === 'nowhere';
  return address === 'completes' || address === 'may-complete';
}

function failsByNameAlone(service: Seen['services'][number]): boolean {
  return namesOf(service)
    .flatMap(({ attempts }) => attempts.filter(isFailure))
    .every((one) => evidenceOf(one) === 'name-fails' || isRefusedAtOnce(one));
}

/** In milliseconds: this computer refuses at once, on Windows after it has asked again for 2 s; a firewall far away later. */
const atOnceMs = 2_600;

/** Null where not all attempts show the same. */
function styleOf(attempts: readonly Attempt[]): Style | null {
  const valid = attempts.filter((attempt) => attempt.valid);
  if (valid.length < 2) return null;
  if (valid.every((one) => evidenceOf(one) === 'name-fails' && !isSilentName(one))) return 'denied';
  if (valid.every((one) => evidenceOf(one) === 'foreign-certificate')) return 'own-server';
  return valid.every(isRefusedAtOnce) ? 'nowhere' : null;
}

/** Whether an attempt was refused so soon that this computer may have done it. */
export function isRefusedAtOnce(attempt: Attempt): boolean {
  const isRefused =
    evidenceOf(attempt) === 'refused' || (!attempt.ok && attempt.browserError === refusedInFirefox);
  return isRefused && attempt.valid && (attempt.totalMs ?? 0) < atOnceMs;
}

/** Names of as many operators forged now and then, in one round, are the network's doing, as are neutral sites'. */
const operatorsNeeded = 3;

/**
 * Whether certificates are forged now and then wherever connections lead: neutral sites' too, which no filter withholds, or
 * those of many operators. Else one of two resolvers may filter.
 */
function forgesNowAndThen({ controls, services }: Seen): boolean {
  const atTimes = services.filter((one) => namesOf(one).some(isForgedAtTimes));
  const operators = new Set(atTimes.map(({ service }) => service.operator));
  if (operators.size >= operatorsNeeded) return true;
  return areSitesForged(controls) && (atTimes.length > 0 || controls.some(isForgedAtTimes));
}

function isForgedAtTimes({ attempts }: { attempts: readonly Attempt[] }): boolean {
  const seen = attempts.map(evidenceOf);
  return seen.includes('foreign-certificate') && seen.includes('reached');
}

function isFailure(attempt: Attempt): boolean {
  return attempt.valid && !attempt.ok;
}
