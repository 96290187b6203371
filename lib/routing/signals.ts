import type { CallExit, RoutingSignal } from '../model/route.ts';
import { exitOf } from './exit.ts';
import { changeSignal, comparisonSignal, exitSignal } from './exit-signals.ts';
import { homeSignals, languageSignal } from './home-signals.ts';
import type { RoutingObservation } from './observation.ts';
import { connectionsEndNearby, isTooFastForHome } from './physics.ts';
import { type ExitLocation, signal } from './signal.ts';
import { canarySignal, homeOnlySignal } from './site-signals.ts';

/**
 * All signals of a round for or against a route, each at most once.
 * @param changedServices number of services that changed state in this round
 */
export function signalsOf(seen: RoutingObservation, changedServices: number): RoutingSignal[] {
  const exit = exitOf(seen.echoes);
  const location = locationOf(exit.country, seen.home.country);
  return [
    exitSignal(seen.echoes, exit.country, location),
    ...(isTooFastForHome(seen) ? [tooFastForHome] : homeSignals(seen, exit.country, location)),
    languageSignal(seen, location),
    exit.network === null ? null : networkSignals[exit.network],
    exit.tunnel === null ? null : tunnelSignals[exit.tunnel],
    canarySignal(seen.canariesOpen, location),
    homeOnlySignal(seen.homeOnlyOpen, location),
    comparisonSignal(seen.echoes, location),
    seen.fakeAddresses === 'none' ? null : fakeSignals[seen.fakeAddresses],
    seen.sharesAddress ? addressShared : null,
    callSignal(seen.callExit, location),
    changeSignal(seen.exitChanged, changedServices),
    connectionsEndNearby(seen.line.endsNearby) ? endNearby : null,
    seen.line.proxy === null ? null : proxySignal(location),
  ].filter((one) => one !== null);
}

const networkSignals = {
  hosting: signal('network-hosting', { kind: 'network', points: 'vpn', strength: 'weak' }),
  relay: signal('network-relay', { kind: 'network', points: 'none', strength: 'weak' }),
  access: signal('network-access', { kind: 'network', points: 'direct', strength: 'weak' }),
};

const tunnelSignals = {
  warp: signal('tunnel-warp', { kind: 'tunnel', points: 'vpn', strength: 'strong' }),
  tor: signal('tunnel-tor', { kind: 'tunnel', points: 'vpn', strength: 'strong' }),
  gateway: signal('tunnel-gateway', { kind: 'tunnel', points: 'none', strength: 'weak' }),
  none: signal('tunnel-none', { kind: 'tunnel', points: 'none', strength: 'weak' }),
};

const fakeSignals = {
  reserved: signal('addresses-reserved', { kind: 'addresses', points: 'vpn', strength: 'strong' }),
  private: signal('addresses-private', { kind: 'addresses', points: 'vpn', strength: 'weak' }),
};

/** As where a resolver gives the address of a proxy for some names. */
const addressShared = signal('addresses-shared', {
  kind: 'shared',
  points: 'split',
  strength: 'weak',
});

/** Replaces the clock, which it proves wrong about where the person is. */
const tooFastForHome = signal('answers-too-fast-for-home', {
  kind: 'distance',
  points: 'direct',
  strength: 'strong',
});

const endNearby = signal('connections-end-nearby', {
  kind: 'connection',
  points: 'vpn',
  strength: 'weak',
});

function locationOf(exitCountry: string | null, homeCountry: string | null): ExitLocation {
  if (exitCountry === null || homeCountry === null) return null;
  return exitCountry === homeCountry ? 'home' : 'abroad';
}

/** The proxy itself is certain; at home it may belong to a workplace. */
function proxySignal(location: ExitLocation): RoutingSignal {
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('browser-proxy', { kind: 'proxy', points, strength: 'strong' });
}

/** Without a known country the exit may have changed meanwhile. At home two addresses are an operator's pool. */
function callSignal(callExit: CallExit, location: ExitLocation): RoutingSignal | null {
  if (callExit === 'unknown' || location === null) return null;
  const kind = 'calls';
  if (callExit === 'same') return signal('calls-same', { kind, points: 'none', strength: 'weak' });
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('calls-differ', { kind, points, strength: 'weak' });
}
