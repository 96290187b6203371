import { hasSignOfDetour } from '../../routing/detour-signs.ts';
import type { LineObservation } from '../../routing/observation.ts';
import type { EchoReading } from '../../routing/read-echo.ts';
import type { HomeAccess, PlannedRound } from '../phases.ts';
import { firstObservation } from './first-observation.ts';
import type { RoutingTools } from './route-tools.ts';

/** Decides in each round whether hosts of the home country may be asked. */
export interface HomeDecision {
  mayAsk: HomeAccess;
  /** Whether what the controls showed so far speaks for a detour. Decides nothing yet. */
  isSuspicious: () => boolean;
  /** Decides by what the foreign echo services answered; only the first call counts. */
  decide: (readings: readonly EchoReading[], line: LineObservation) => Promise<boolean>;
  /** Decides by the controls alone, where nothing else was asked. */
  decideByControls: () => Promise<boolean>;
}

export interface HomeDecisionDependencies {
  /** The person lets hosts of the home country be asked whatever the route. */
  always: boolean;
  routing: RoutingTools | undefined;
  /** What the controls show about the line. */
  line: () => LineObservation;
}

function showsExit(readings: readonly EchoReading[]): boolean {
  return readings.some(({ country }) => country !== null);
}

/**
 * A detour is not shown to home: operators there would see its exit minutes before or after the person's own
 * address. Without a sign of one the route counts as home, else an allowlist would look like no network.
 */
export function createHomeDecision(
  round: PlannedRound,
  { always, routing, line }: HomeDecisionDependencies,
): HomeDecision {
  const { log } = round;
  const decided = Promise.withResolvers<boolean>();
  let decision: Promise<boolean> | undefined;

  /** A round that was resumed keeps to what it decided before. */
  async function settle(isDetour: boolean): Promise<boolean> {
    const isSpared = !always && (isDetour || log.record.homeSpared);
    if (isSpared && !log.record.homeSpared) await log.note({ kind: 'home-spared' });
    if (always && isDetour && !log.record.homeUncounted) await log.note({ kind: 'home-uncounted' });
    decided.resolve(!isSpared);
    return !isSpared;
  }

  function isSuspicious(): boolean {
    return hasSignOfDetour(firstObservation(round, { readings: [], line: line() }));
  }

  /** Where no echo service answers, the last look that was answered still holds. */
  async function sawDetour(readings: readonly EchoReading[]): Promise<boolean> {
    if (routing === undefined || showsExit(readings)) return false;
    return routing.sawDetour(log.record.plan.startedAt);
  }

  return {
    mayAsk: always ? 'at once' : decided.promise,
    isSuspicious,
    async decide(readings, lineSince) {
      if (decision !== undefined) return decision;
      const seen = { readings, line: { ...lineSince, proxy: lineSince.proxy ?? line().proxy } };
      const person = routing && {
        statedHome: await routing.statedHome(),
        ...routing.surroundings(),
      };
      const hasSign = hasSignOfDetour(firstObservation(round, { ...seen, ...person }));
      const isDetour = hasSign || (await sawDetour(readings));
      if (showsExit(readings)) await routing?.noteDetour(hasSign, log.record.plan.startedAt);
      decision ??= settle(isDetour);
      return decision;
    },
    decideByControls() {
      decision ??= settle(isSuspicious());
      return decision;
    },
  };
}
