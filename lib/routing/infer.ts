import type { RoutingResult, RoutingSignal, RoutingVerdict, SignalId } from '../model/route.ts';
import type { Confidence } from '../model/state.ts';
import { exitOf } from './exit.ts';
import type { RoutingObservation } from './observation.ts';
import { signalsOf } from './signals.ts';

/**
 * Suggests the route from one round.
 * @param changedServices number of services that changed state in it
 */
export function routingOf(seen: RoutingObservation, changedServices: number): RoutingResult {
  const signals = signalsOf(seen, changedServices);
  const { country, asn } = exitOf(seen.echoes);
  return {
    ...inferRoute(signals),
    ...(seen.recordExit && country !== null && { exitCountry: country }),
    ...(seen.recordExit && asn !== null && { exitAsn: asn }),
    signals,
  };
}

export const nothingKnown: RoutingResult = { verdict: 'unknown', confidence: 'low', signals: [] };

type Has = (...ids: SignalId[]) => boolean;

/**
 * A confidence above `low` requires observed signals against the other explanations. A missing signal therefore
 * never raises the confidence: ignorance must not look surer than the worst knowledge.
 */
export function inferRoute(
  signals: readonly RoutingSignal[],
): Pick<RoutingResult, 'verdict' | 'confidence'> {
  const ids = new Set(signals.map(({ id }) => id));
  const has: Has = (...some) => some.some((id) => ids.has(id));
  const verdict = verdictOf(has);
  return { verdict, confidence: confidences[verdict](has) };
}

function verdictOf(has: Has): RoutingVerdict {
  // Nobody's own line ends in Tor, wherever its exit stands.
  if (has('tunnel-tor')) return 'vpn_likely';
  if (has('families-differ')) return 'split';
  if (has('exit-abroad')) return routeFromAbroad(has);
  return has('exit-at-home') ? routeFromHome(has) : 'unknown';
}

function routeFromAbroad(has: Has): RoutingVerdict {
  // A clock set to the exit's time belongs to a person in that country.
  if (has('clock-there')) return has('tunnel-warp') ? 'vpn_likely' : 'direct';
  // Blocked as at home: echoes may have placed the exit abroad by mistake.
  if (has('canaries-blocked')) return 'unknown';
  if (hasTwoExits(has)) return 'split';
  // Answers too fast for home prove the same, whatever the clock.
  if (has('answers-too-fast-for-home')) return has('tunnel-warp') ? 'vpn_likely' : 'direct';
  // A traveller's clock mostly sets itself: a stated home alone does not outweigh it.
  if (isElsewhere(has) && !has('clock-at-exit')) return 'vpn_likely';
  const detour = has(
    'network-hosting',
    'calls-differ',
    'tunnel-warp',
    'addresses-reserved',
    'addresses-private',
    'addresses-shared',
    'exit-changed-services',
    'connections-end-nearby',
    'browser-proxy',
  );
  return detour ? 'vpn_likely' : 'unknown';
}

/** Domestic echoes see another address, and a further signal places that one at home. */
function hasTwoExits(has: Has): boolean {
  if (!has('exits-differ') || has('home-only-refuses')) return false;
  return isElsewhere(has) || has('home-only-opens');
}

/** The stated home or the clock places the person in another country than the exit. */
function isElsewhere(has: Has): boolean {
  return has('clock-elsewhere', 'home-elsewhere');
}

function routeFromHome(has: Has): RoutingVerdict {
  if (has('tunnel-warp')) return 'vpn_likely';
  // Echoes are reached from home, and several messengers at somebody else's address.
  if (has('addresses-shared')) return 'split';
  if (isElsewhere(has)) {
    if (has('network-hosting')) return 'vpn_likely';
    return has('network-access') ? 'direct' : 'unknown';
  }
  if (has('canaries-open')) {
    if (has('addresses-reserved', 'addresses-private')) return 'vpn_likely';
    if (has('network-hosting', 'network-relay')) return 'unknown';
  }
  // The catalog has no canaries for other countries, so nothing else confirms that the exit is there.
  if (has('home-there') && has('network-hosting', 'network-relay')) {
    return has('canaries-blocked') ? 'direct' : 'unknown';
  }
  return 'direct';
}

const confidences: Record<RoutingVerdict, (has: Has) => Confidence> = {
  unknown: () => 'low',
  direct: confidenceInDirect,
  vpn_likely: confidenceInDetour,
  split: confidenceInSplit,
};

function confidenceInDirect(has: Has): Confidence {
  if (!isConfirmedThere(has) || !has('tunnel-none')) return 'low';
  if (has('exit-at-home')) {
    if (!has('clock-there', 'home-there') || !has('canaries-blocked')) return 'low';
    return has('network-access') && has('exits-same') ? 'high' : 'medium';
  }
  if (!has('canaries-open') || !has('network-access')) return 'low';
  return has('home-only-refuses') ? 'high' : 'medium';
}

/** Without a matching clock or home, a second route may carry domestic sites. */
function isConfirmedThere(has: Has): boolean {
  if (has('clock-there', 'home-there')) return true;
  return has('answers-too-fast-for-home') && has('exits-same');
}

/**
 * A traveller with an unchanged clock, a foreign SIM card and a company line differ from a VPN only by the
 * network of the exit.
 */
function confidenceInDetour(has: Has): Confidence {
  if (has('tunnel-tor')) return has('exit-abroad') && isElsewhere(has) ? 'medium' : 'low';
  const fromDataCentre = has('network-hosting') || (has('tunnel-warp') && has('network-relay'));
  if (has('exit-at-home')) return has('tunnel-warp') && fromDataCentre ? 'medium' : 'low';
  if (!isElsewhere(has) || !fromDataCentre || !has('canaries-open')) return 'low';
  if (!has('tunnel-none', 'tunnel-warp')) return 'low';
  // A person abroad with another stated home is refused by home-only sites without any VPN.
  const refused = has('home-only-refuses') && has('clock-elsewhere');
  const more = refused || has('addresses-reserved', 'calls-differ', 'exit-changed-services');
  return more ? 'high' : 'medium';
}

/** Signals of a detour for foreign sites support a split route too. */
function confidenceInSplit(has: Has): Confidence {
  if (!has('exits-differ')) return 'low';
  const detour = confidenceInDetour(has);
  const atHome = isElsewhere(has) && has('home-only-opens') && has('canaries-open');
  if (!atHome || !has('tunnel-none', 'tunnel-warp')) return detour;
  return has('network-hosting') || detour === 'high' ? 'high' : 'medium';
}
