import type { ServiceState } from '../../../lib/model/state.ts';
import type { Tally } from './tally.ts';
import type { Truth } from './truth.ts';

/**
 * Counts changes of what is shown of a service while nothing about it changes, from the first verdict on that is true:
 * to arrive at it late is another fault.
 */
export interface ChangeCounter {
  note: (service: string, state: ServiceState, truth: Truth) => void;
}

export function createChangeCounter(changes: Tally['changes']): ChangeCounter {
  const before = new Map<string, { state: ServiceState; concerned: boolean }>();
  const wasTrue = new Set<string>();
  return {
    note(service, state, { settled, concerned, states }) {
      if (!settled) {
        before.delete(service);
        wasTrue.delete(service);
        return;
      }
      if (states.includes(state)) wasTrue.add(service);
      if (!wasTrue.has(service)) return;
      const key = concerned ? 'concerned' : 'others';
      changes[`${key}Rounds`] += 1;
      // A gap between two equal verdicts changes neither.
      if (state === 'insufficient') return;
      const last = before.get(service);
      const changed = last?.concerned === concerned && last.state !== state;
      if (changed) changes[key] += 1;
      before.set(service, { state, concerned });
    },
  };
}
