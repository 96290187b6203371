import { signals } from '../../locales/en/signals.ts';
import type { RoutingSignal, SignalId } from '../model/route.ts';

/** Where the exit is, as far as the foreign echoes agree and a home is known. */
export type ExitLocation = 'home' | 'abroad' | null;

export function signal(
  id: SignalId,
  leaning: Pick<RoutingSignal, 'kind' | 'points' | 'strength'>,
): RoutingSignal {
  return { id, ...leaning, detail: signals[id] };
}
