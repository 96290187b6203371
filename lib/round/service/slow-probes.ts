import type { Service, Target } from '../../catalog/schema.ts';
import { isHttps } from '../../catalog/target-kinds.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { attemptsOf, isLate, type RoundContext, validFailures } from '../context.ts';

/** Allots the few attempts that wait until the browser itself says what it was waiting for. */
export interface SlowProbes {
  /** True where the next attempt on a silent target is to be a slow one. */
  claim(service: Service, target: Target): boolean;
}

/** Longer than a browser waits for a handshake, so that it says itself what it waited for. */
export const slowTimeoutMs = 32_000;

/** Begun later than this after the round's start, it would end too late. */
const latestStartMs = 20_000;

/** Each holds a connection for 35 s. One tells as much as ten where many are silent alike. */
const perRound = 2;
const perRoundWhereManyAreSilent = 1;
const many = 4;

export function createSlowProbes(context: RoundContext): SlowProbes {
  const claimed = new Set<string>();
  return {
    claim(service, target) {
      // Where all that is foreign is silent, there is nothing to find out about one service.
      if (context.network.state !== 'normal' || isLate(context, latestStartMs)) return false;
      const allotted = silentServices(context) < many ? perRound : perRoundWhereManyAreSilent;
      if (claimed.size >= allotted || claimed.has(service.id)) return false;
      if (!isSilent(context, target)) return false;
      claimed.add(service.id);
      return true;
    },
  };
}

function silentServices(context: RoundContext): number {
  return context.catalog.services.filter((service) =>
    service.targets.some((target) => target.id === service.sentinel && isSilent(context, target)),
  ).length;
}

/** Only TLS has a limit of its own that tells the layer. */
function isSilent(context: RoundContext, target: Target): boolean {
  const failures = validFailures(attemptsOf(context, target)).map(evidenceOf);
  return isHttps(target) && failures.length > 0 && failures.every((one) => one === 'timeout');
}
