import type { RoutingSignal } from '../model/route.ts';
import { clearMajority } from './clear-majority.ts';
import { type ExitLocation, signal } from './signal.ts';

/** Canaries that open at home reveal a way past the filters, or an unfiltered network, but no detour. */
export function canarySignal(
  open: readonly boolean[],
  location: ExitLocation,
): RoutingSignal | null {
  const majority = clearMajority(open);
  if (majority === null) return null;
  if (!majority) {
    return signal('canaries-blocked', { kind: 'filter', points: 'direct', strength: 'weak' });
  }
  const points = location === 'abroad' ? 'vpn' : 'none';
  return signal('canaries-open', { kind: 'filter', points, strength: 'weak' });
}

export function homeOnlySignal(
  open: readonly boolean[],
  location: ExitLocation,
): RoutingSignal | null {
  const majority = clearMajority(open);
  if (majority === null) return null;
  const kind = 'home-only';
  if (!majority) {
    const points = location === 'abroad' ? 'vpn' : 'none';
    return signal('home-only-refuses', { kind, points, strength: 'weak' });
  }
  const points = location === 'abroad' ? 'split' : 'direct';
  return signal('home-only-opens', { kind, points, strength: 'weak' });
}
