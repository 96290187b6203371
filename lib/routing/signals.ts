import { signalsEn } from '../../locales/signals/en.ts';
import type { RoutingSignal, SignalId } from '../model/route.ts';
import type { CallPath } from './call-path.ts';
import { countriesDisagree, domesticExit, exitOf, familiesDiffer } from './exit.ts';
import { asSeenFromHome } from './home.ts';
import type { RoutingObservation } from './observation.ts';
import { connectionsEndNearby, isTooFastForHome } from './physics.ts';
import { tendencyOf } from './tendency.ts';
import { clockAgainst } from './time-zones.ts';

type Leaning = Pick<RoutingSignal, 'kind' | 'points' | 'strength'>;

/** Where the exit is, as far as the foreign echoes agree. */
type ExitLocation = 'home' | 'abroad' | null;

/**
 * Everything in a round that speaks for or against a route, each thing once.
 * @param changedServices how many services came to another state together in this round
 */
export function signalsOf(from: RoutingObservation, changedServices: number): RoutingSignal[] {
  const seen = asSeenFromHome(from);
  const exit = exitOf(seen.echoes);
  const location =
    exit.country === null ? null : exit.country === seen.home.country ? 'home' : 'abroad';
  return [
    exitSignal(seen, location),
    ...(isTooFastForHome(seen) ? [tooFastForHome] : homeSignals(seen, exit.country, location)),
    languageSignal(seen, location),
    exit.network === null ? null : networkSignals[exit.network],
    exit.tunnel === null ? null : tunnelSignals[exit.tunnel],
    canarySignal(seen.canariesOpen, location),
    homeOnlySignal(seen.homeOnlyOpen, location),
    comparisonSignal(seen, location),
    seen.fakeAddresses === 'none' ? null : fakeSignals[seen.fakeAddresses],
    callSignal(seen.callPath, location),
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
  gateway: signal('tunnel-gateway', { kind: 'tunnel', points: 'none', strength: 'weak' }),
  none: signal('tunnel-none', { kind: 'tunnel', points: 'none', strength: 'weak' }),
};

const fakeSignals = {
  reserved: signal('addresses-reserved', { kind: 'addresses', points: 'vpn', strength: 'strong' }),
  private: signal('addresses-private', { kind: 'addresses', points: 'vpn', strength: 'weak' }),
};

/** In location of the clock, whose word of where somebody is it takes away. */
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

/** That there is one is certain; at home it may be a workplace's. */
function proxySignal(location: ExitLocation): RoutingSignal {
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('browser-proxy', { kind: 'proxy', points, strength: 'strong' });
}

function exitSignal(seen: RoutingObservation, location: ExitLocation): RoutingSignal {
  const kind = 'exit';
  if (location === 'abroad')
    return signal('exit-abroad', { kind, points: 'vpn', strength: 'weak' });
  if (location === 'home')
    return signal('exit-at-home', { kind, points: 'direct', strength: 'weak' });
  if (familiesDiffer(seen.echoes)) {
    return signal('families-differ', { kind, points: 'split', strength: 'weak' });
  }
  const id = countriesDisagree(seen.echoes) ? 'echoes-disagree' : 'few-echoes';
  return signal(id, { kind, points: 'none', strength: 'weak' });
}

const settingsSignals = {
  clockThere: signal('clock-there', { kind: 'settings', points: 'direct', strength: 'weak' }),
  clockElsewhere: signal('clock-elsewhere', { kind: 'settings', points: 'vpn', strength: 'weak' }),
  clockAtExit: signal('clock-at-exit', { kind: 'settings', points: 'direct', strength: 'weak' }),
  homeThere: signal('home-there', { kind: 'settings', points: 'direct', strength: 'strong' }),
  homeElsewhere: signal('home-elsewhere', { kind: 'settings', points: 'vpn', strength: 'strong' }),
};

/** The person's own word, where they gave it, takes the location of a clock that contradicts it. */
function homeSignals(
  seen: RoutingObservation,
  exit: string | null,
  location: ExitLocation,
): (RoutingSignal | null)[] {
  const { clockThere, clockElsewhere, clockAtExit, homeThere, homeElsewhere } = settingsSignals;
  const clock = clockOf(seen, exit);
  const elsewhere = clock === 'elsewhere' ? clockElsewhere : null;
  if (seen.saidHome === null) return [clock === 'there' ? clockThere : elsewhere];
  if (location !== 'abroad') return [location === 'home' ? homeThere : null];
  return [homeElsewhere, clock === 'there' ? clockAtExit : elsewhere];
}

function clockOf(seen: RoutingObservation, exit: string | null): 'there' | 'elsewhere' | null {
  if (exit === null || seen.timeZone === null) return null;
  return clockAgainst(seen.timeZone, { exit, home: seen.home.country, at: new Date(seen.at) });
}

/** Of the same kind as the clock, and weaker still: a language travels with its speakers. */
function languageSignal(seen: RoutingObservation, location: ExitLocation): RoutingSignal | null {
  const language = seen.languages[0]?.split('-', 1)[0]?.toLowerCase();
  if (location !== 'abroad' || language === undefined) return null;
  if (!seen.home.languages.includes(language)) return null;
  return signal('language-of-home', { kind: 'settings', points: 'vpn', strength: 'weak' });
}

/** Open at home they tell of a way past the filters, or of a network without, but not of a detour. */
function canarySignal(open: readonly boolean[], location: ExitLocation): RoutingSignal | null {
  const tendency = tendencyOf(open);
  if (tendency === null) return null;
  if (!tendency)
    return signal('canaries-blocked', { kind: 'filter', points: 'direct', strength: 'weak' });
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('canaries-open', { kind: 'filter', points, strength: 'weak' });
}

function homeOnlySignal(open: readonly boolean[], location: ExitLocation): RoutingSignal | null {
  const tendency = tendencyOf(open);
  if (tendency === null) return null;
  const kind = 'home-only';
  if (!tendency) {
    const points = location === 'abroad' ? 'vpn' : 'none';
    return signal('home-only-refuses', { kind, points, strength: 'weak' });
  }
  const points = location === 'abroad' ? 'split' : 'direct';
  return signal('home-only-opens', { kind, points, strength: 'weak' });
}

/** At home two addresses are an operator's pool. */
function comparisonSignal(seen: RoutingObservation, location: ExitLocation): RoutingSignal | null {
  const domestic = domesticExit(seen.echoes);
  if (domestic === null) return null;
  const kind = 'comparison';
  if (domestic === 'same') return signal('exits-same', { kind, points: 'none', strength: 'weak' });
  return signal('exits-differ', {
    kind,
    points: location === 'abroad' ? 'split' : 'none',
    strength: location === 'abroad' ? 'strong' : 'weak',
  });
}

/** Without a country the exit may have changed meanwhile. At home two addresses are an operator's pool. */
function callSignal(path: CallPath, location: ExitLocation): RoutingSignal | null {
  if (path === 'unknown' || location === null) return null;
  const kind = 'calls';
  if (path === 'same') return signal('calls-same', { kind, points: 'none', strength: 'weak' });
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('calls-differ', { kind, points, strength: 'weak' });
}

const severalServices = 2;

function changeSignal(changed: boolean | null, services: number): RoutingSignal | null {
  if (changed !== true) return null;
  const kind = 'change';
  return services >= severalServices
    ? signal('exit-changed-services', { kind, points: 'vpn', strength: 'weak' })
    : signal('exit-changed', { kind, points: 'none', strength: 'weak' });
}

function signal(id: SignalId, leaning: Leaning): RoutingSignal {
  return { id, ...leaning, detail: signalsEn[id] };
}
