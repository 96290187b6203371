import type { Message } from '../i18n/text.ts';
import { fullEveryMs } from '../model/plan.ts';
import type { RoutingResult, RoutingSignal, RoutingVerdict, SignalId } from '../model/route.ts';

/** What is suggested of the way that traffic takes, and what for. */
export interface RouteView {
  line: Message;
  /** ISO 3166-1 alpha-2; null where it is not kept. */
  country: string | null;
  /** Services that open do so by another way than the network's own. */
  isDetour: boolean;
  speaksFor: SignalId[];
  speaksAgainst: SignalId[];
  beside: SignalId[];
}

/** Null where nobody looked. */
export function routeView(routing: RoutingResult): RouteView | null {
  const { verdict, confidence, signals, exitCountry } = routing;
  if (signals.length === 0) return null;
  const leaning = (wanted: 'for' | 'against' | 'beside') =>
    signals.filter((one) => leaningOf(one, verdict) === wanted).map(({ id }) => id);
  return {
    line: { id: verdict === 'vpn_likely' ? `route.${verdict}.${confidence}` : `route.${verdict}` },
    country: exitCountry ?? null,
    isDetour: isDetour(routing),
    speaksFor: leaning('for'),
    speaksAgainst: leaning('against'),
    beside: leaning('beside'),
  };
}

/** Full rounds look every six hours: what is older says nothing of now. */
export function isOutdated(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) > fullEveryMs;
}

export function isDetour({ verdict }: RoutingResult): boolean {
  return verdict === 'vpn_likely';
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
