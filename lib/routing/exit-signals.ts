import type { RoutingSignal } from '../model/route.ts';
import { countriesDisagree, domesticExit, familiesDiffer } from './exit.ts';
import type { EchoAnswer } from './observation.ts';
import { type ExitLocation, signal } from './signal.ts';

/**
 * Null where the exit's country is known and the person's is not.
 * @param country ISO 3166-1 alpha-2; null where the echoes do not agree
 */
export function exitSignal(
  echoes: readonly EchoAnswer[],
  country: string | null,
  location: ExitLocation,
): RoutingSignal | null {
  const kind = 'exit';
  if (location === 'abroad') {
    return signal('exit-abroad', { kind, points: 'vpn', strength: 'weak' });
  }
  if (location === 'home') {
    return signal('exit-at-home', { kind, points: 'direct', strength: 'weak' });
  }
  if (familiesDiffer(echoes)) {
    return signal('families-differ', { kind, points: 'split', strength: 'weak' });
  }
  if (country !== null) return null;
  const id = countriesDisagree(echoes) ? 'echoes-disagree' : 'few-echoes';
  return signal(id, { kind, points: 'none', strength: 'weak' });
}

/** At home two addresses are an operator's pool. */
export function comparisonSignal(
  echoes: readonly EchoAnswer[],
  location: ExitLocation,
): RoutingSignal | null {
  const domestic = domesticExit(echoes);
  if (domestic === null) return null;
  const kind = 'comparison';
  if (domestic === 'same') return signal('exits-same', { kind, points: 'none', strength: 'weak' });
  return signal('exits-differ', {
    kind,
    points: location === 'abroad' ? 'split' : 'none',
    strength: location === 'abroad' ? 'strong' : 'weak',
  });
}

const severalServices = 2;

/** A change of the exit; it weighs more where several services changed state with it. */
export function changeSignal(
  changed: boolean | null,
  changedServices: number,
): RoutingSignal | null {
  if (changed !== true) return null;
  const kind = 'change';
  return changedServices >= severalServices
    ? signal('exit-changed-services', { kind, points: 'vpn', strength: 'weak' })
    : signal('exit-changed', { kind, points: 'none', strength: 'weak' });
}
