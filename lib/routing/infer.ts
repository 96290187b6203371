import type { RoutingResult, RoutingSignal, RoutingVerdict, SignalId } from '../model/route.ts';
import type { Confidence } from '../model/state.ts';
import { exitOf } from './exit.ts';
import type { RoutingObservation } from './observation.ts';
import { signalsOf } from './signals.ts';

/** A suggestion, drawn from one round. `changedServices`: how many came to another state in it. */
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
 * Anything above `low` needs what speaks against the other explanations to have been seen: not knowing
 * must never make surer than knowing the worst. So no signal's loss raises the confidence.
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
  if (has('exit-abroad')) return fromAbroad(has);
  return has('exit-at-home') ? fromHome(has) : 'unknown';
}

function fromAbroad(has: Has): RoutingVerdict {
  // A clock that is set to the exit's time belongs to a person who is there.
  if (has('clock-there')) return has('tunnel-warp') ? 'vpn_likely' : 'direct';
  // Blocked as at home: the exit may be taken for a foreign one by mistake.
  if (has('canaries-blocked')) return 'unknown';
  if (seesTwoExits(has)) return 'split';
  // A line that is too short for home does so too, whatever the clock says.
  if (has('answers-too-fast-for-home')) return has('tunnel-warp') ? 'vpn_likely' : 'direct';
  // A traveller's clock mostly sets itself: against it the word alone leaves the matter open.
  if (isElsewhere(has) && !has('clock-at-exit')) return 'vpn_likely';
  const detour = has(
    'network-hosting',
    'calls-differ',
    'tunnel-warp',
    'addresses-reserved',
    'addresses-private',
    'exit-changed-services',
    'connections-end-nearby',
    'browser-proxy',
  );
  return detour ? 'vpn_likely' : 'unknown';
}

/** Domestic sites see another address, and something shows that it is at home. */
function seesTwoExits(has: Has): boolean {
  if (!has('exits-differ') || has('home-only-refuses')) return false;
  return isElsewhere(has) || has('home-only-opens');
}

/** Home is not where the exit is: by the person's own word, or by the clock's. */
function isElsewhere(has: Has): boolean {
  return has('clock-elsewhere', 'home-elsewhere');
}

function fromHome(has: Has): RoutingVerdict {
  if (has('tunnel-warp')) return 'vpn_likely';
  if (isElsewhere(has)) {
    if (has('network-hosting')) return 'vpn_likely';
    return has('network-access') ? 'direct' : 'unknown';
  }
  if (has('canaries-open')) {
    if (has('addresses-reserved', 'addresses-private')) return 'vpn_likely';
    if (has('network-hosting', 'network-relay')) return 'unknown';
  }
  // Of a home that the catalog does not know no canaries tell whether the exit is really there.
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
  if (!isThere(has) || !has('tunnel-none')) return 'low';
  if (has('exit-at-home')) {
    if (!has('clock-there', 'home-there') || !has('canaries-blocked')) return 'low';
    return has('network-access') && has('exits-same') ? 'high' : 'medium';
  }
  if (!has('canaries-open') || !has('network-access')) return 'low';
  return has('home-only-refuses') ? 'high' : 'medium';
}

/** Whose clock is no witness may have a second way, home, for domestic sites. */
function isThere(has: Has): boolean {
  if (has('clock-there', 'home-there')) return true;
  return has('answers-too-fast-for-home') && has('exits-same');
}

/**
 * A traveller with an unchanged clock, a foreign card in a telephone and a company's line look alike but
 * for the network that they leave from.
 */
function confidenceInDetour(has: Has): Confidence {
  const fromDataCentre = has('network-hosting') || (has('tunnel-warp') && has('network-relay'));
  if (has('exit-at-home')) return has('tunnel-warp') && fromDataCentre ? 'medium' : 'low';
  if (!isElsewhere(has) || !fromDataCentre || !has('canaries-open')) return 'low';
  if (!has('tunnel-none', 'tunnel-warp')) return 'low';
  // Who is abroad but calls another country home is refused at home by right.
  const refused = has('home-only-refuses') && has('clock-elsewhere');
  const more = refused || has('addresses-reserved', 'calls-differ', 'exit-changed-services');
  return more ? 'high' : 'medium';
}

/** That foreign sites are reached by a detour supports it as well. */
function confidenceInSplit(has: Has): Confidence {
  const detour = confidenceInDetour(has);
  const atHome = isElsewhere(has) && has('home-only-opens') && has('canaries-open');
  if (!atHome || !has('tunnel-none', 'tunnel-warp')) return detour;
  return has('network-hosting') || detour === 'high' ? 'high' : 'medium';
}
