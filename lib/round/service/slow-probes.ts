import type { Service, Target } from '../../catalog/schema.ts';
import { isHttps } from '../../catalog/target-kinds.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';

/** Allots the few attempts that wait until the browser itself reports what it was waiting for. */
export interface SlowProbes {
  /** True where the next attempt on a silent target may be a slow one. */
  claim(service: Service, target: Target): boolean;
}

/** Longer than a browser waits for a handshake, so that the browser reports what it waited for. */
export const slowTimeoutMs = 32_000;

/** An attempt that begins later than this after the round's start would end too late. */
const latestStartMs = 20_000;

/** Each holds a connection for 35 s. Where many targets are silent alike, one shows as much as ten. */
const perRound = 2;
const perRoundWhereManyAreSilent = 1;
const many = 4;

export function createSlowProbes(round: OpenRound): SlowProbes {
  const claimed = new Set<string>();
  return {
    claim(service, target) {
      // Where everything foreign is silent, one service's silence shows nothing new.
      if (round.opening.network.state !== 'normal' || isLate(round, latestStartMs)) return false;
      const allotted = silentServices(round) < many ? perRound : perRoundWhereManyAreSilent;
      if (claimed.size >= allotted || claimed.has(service.id)) return false;
      if (!isSilent(round, target)) return false;
      claimed.add(service.id);
      return true;
    },
  };
}

function silentServices(round: OpenRound): number {
  return round.catalog.services.filter((service) =>
    service.targets.some((target) => target.id === service.sentinel && isSilent(round, target)),
  ).length;
}

/** Only TLS has a browser's time limit that shows the layer. */
function isSilent(round: OpenRound, target: Target): boolean {
  const failures = validFailures(attemptsOf(round, target)).map(evidenceOf);
  return isHttps(target) && failures.length > 0 && failures.every((one) => one === 'timeout');
}
