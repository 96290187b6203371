import type { Service, Target } from '../catalog/schema.ts';
import { evidenceOf } from '../diagnose/evidence.ts';
import { attemptsOf, type RoundContext, validFailures } from './context.ts';

/** Allots the few attempts that wait until the browser itself says what it was waiting for. */
export interface SlowProbes {
  /** True where the next attempt on a silent target is to be a slow one. */
  claim(service: Service, target: Target): boolean;
}

/** Longer than a browser waits for a handshake, so that it says itself what it waited for. */
export const slowTimeoutMs = 35_000;

/** One tells as much as ten where all are silent alike, and each holds a connection for 35 s. */
const perRound = 2;

export function createSlowProbes(context: RoundContext): SlowProbes {
  const claimed = new Set<string>();
  return {
    claim(service, target) {
      if (claimed.size >= perRound || claimed.has(service.id)) return false;
      if (!isSilent(context, target)) return false;
      claimed.add(service.id);
      return true;
    },
  };
}

/** Only TLS has a limit of its own that tells the layer. */
function isSilent(context: RoundContext, target: Target): boolean {
  const failures = validFailures(attemptsOf(context, target)).map(evidenceOf);
  return (
    target.kind === 'https' && failures.length > 0 && failures.every((one) => one === 'timeout')
  );
}
