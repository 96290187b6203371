import type { Message } from '../i18n/text.ts';
import type { Round } from '../model/round.ts';
import type {
  RoutingResult,
  RoutingSignal,
  RoutingVerdict,
  SeenRoute,
  SignalId,
} from '../model/route.ts';
import type { RoutingSettings } from '../routing/settings.ts';

/** The suggested route and its signals. */
export interface RouteView {
  line: Message;
  /** The same in a few words. */
  short: Message;
  /** ISO 3166-1 alpha-2; null where it is not kept. */
  country: string | null;
  supporting: SignalId[];
  contradicting: SignalId[];
  neutral: SignalId[];
}

/** Why the route is not looked at: the person does not want it, or the browser does not permit it. */
export type RouteGap = 'off' | 'no-permission';

/** What is known of the route beside the last round. */
export interface RouteSeen {
  /** The last look; null before the first, and where there is a gap. */
  route: SeenRoute | null;
  /** Null where the route may be told. */
  gap: RouteGap | null;
}

interface RouteChoices {
  routingSettings: Pick<RoutingSettings, 'showRouting'>;
  isRoutePermitted: boolean;
}

export function routeSeen(page: RouteChoices & Pick<RouteSeen, 'route'>): RouteSeen {
  const gap = routeGap(page);
  return { route: gap === null ? page.route : null, gap };
}

/** Null where the route is looked at. */
export function routeGap(page: RouteChoices): RouteGap | null {
  if (!page.routingSettings.showRouting) return 'off';
  return page.isRoutePermitted ? null : 'no-permission';
}

/** Null where the round did not check the route. */
export function routeView(routing: RoutingResult): RouteView | null {
  const { verdict, confidence, signals, exitCountry } = routing;
  if (signals.length === 0) return null;
  const leaning = (wanted: 'for' | 'against' | 'beside') =>
    signals.filter((one) => leaningOf(one, verdict) === wanted).map(({ id }) => id);
  const id = verdict === 'vpn_likely' ? (`${verdict}.${confidence}` as const) : verdict;
  return {
    line: { id: `route.${id}` },
    short: { id: `quiet.${id}` },
    country: exitCountry ?? null,
    supporting: leaning('for'),
    contradicting: leaning('against'),
    neutral: leaning('beside'),
  };
}

/** `fullEveryMs`, which shared with the script that is loaded later would be a third script of the popup. */
export const holdsMs = 6 * 60 * 60 * 1000;

/**
 * Full rounds check the route every six hours; an older result no longer holds. Nor does one whose age is not known, as
 * the clock was ahead then.
 */
export function isOutdated(at: string, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(at)) > holdsMs;
}

/** The route that holds for a round: its own where it looked, else that of the last look, unless it was outdated by then. */
export function routeOf(round: Round, last: SeenRoute | null): RoutingResult {
  const isLost = last === null || isOutdated(last.at, new Date(round.startedAt));
  return hasLooked(round) || isLost ? round.routing : last.routing;
}

function hasLooked({ routing }: Round): boolean {
  return routing.signals.length > 0;
}

/** Whether a round saw a sign of a detour itself: what is at home was not asked then, or did not count. */
function hasSign({ circumstances: { homeSpared = false, homeUncounted = false } }: Round): boolean {
  return homeSpared || homeUncounted;
}

/**
 * Whether all of a round was probably measured by a detour. A look before it is not enough, as the detour may have ended
 * while the browser was closed.
 */
export function isByDetour(round: Round, last: SeenRoute | null): boolean {
  return isDetour(routeOf(round, last)) && (hasLooked(round) || hasSign(round));
}

function isDetour({ verdict }: RoutingResult): boolean {
  return verdict === 'vpn_likely';
}

/** How surely at least a part of a round was measured by a detour. */
export type Detour = 'perhaps' | 'probably';

/** The first sign is enough for `perhaps`; null without one. */
export function detourOf(round: Round, last: SeenRoute | null): Detour | null {
  const route = routeOf(round, last);
  if (isByDetour(round, last) && route.confidence !== 'low') return 'probably';
  return isDetour(route) || route.verdict === 'split' || hasSign(round) ? 'perhaps' : null;
}

const supporting: Record<RoutingVerdict, RoutingSignal['points'][]> = {
  direct: ['direct'],
  vpn_likely: ['vpn'],
  split: ['split', 'vpn'],
  unknown: [],
};

function leaningOf({ points }: RoutingSignal, verdict: RoutingVerdict) {
  if (points === 'none' || verdict === 'unknown') return 'beside';
  return supporting[verdict].includes(points) ? 'for' : 'against';
}
