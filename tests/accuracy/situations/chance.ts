import type { ServiceState } from '../../../lib/model/state.ts';
import { type Ending, error, type Obstacle, silence } from '../browser/flow.ts';
import type { Random } from '../time/random.ts';
import { isNamed } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound, longRounds } from './periods.ts';
import { aService, hostsOf, idsOf } from './services.ts';
import { blockedStates, isWithin, type Period, type Situation } from './situation.ts';

/** A censor that hits a share of the connections to one service's names, as the browser reports them. */
export const chanceSituations: Situation[] = [
  ...[50, 80, 90, 95, 99].map((percent) => byChance(percent, 'reset', error('CONNECTION_RESET'))),
  ...[50, 80].map((percent) => byChance(percent, 'silence', silence)),
];

function byChance(percent: number, manner: 'reset' | 'silence', ending: Ending): Situation {
  const states: ServiceState[] = percent < 99 ? ['impaired'] : ['impaired', ...blockedStates];
  return {
    id: `${manner} by chance, ${percent} %`,
    kind: 'interference',
    family: percent < 80 ? 'half blocked' : 'mostly blocked',
    about:
      manner === 'reset'
        ? `${percent} % of the handshakes that contain a name of one service are reset.`
        : `${percent} % of the handshakes that contain a name of one service are dropped.`,
    isSteady: true,
    rounds: longRounds,
    create(setting) {
      const service = aService(setting, isNamed);
      const world = aWorld(setting);
      const period = aPeriod(setting);
      const { random } = setting;
      const share = percent / 100;
      world.obstacles.push(
        someHandshakes({ hosts: hostsOf(service), share, ending, period }, random),
      );
      return fromRoundToRound(setting, world, {
        services: idsOf([service]),
        states,
        mechanism: manner === 'reset' ? 'tls.reset.sni' : 'tls.timeout.sni',
        period,
      });
    },
  };
}

interface Chance {
  hosts: ReadonlySet<string>;
  /** From 0 to 1. */
  share: number;
  ending: Ending;
  period: Period;
}

/** Hits each handshake that contains one of the names independently. */
export function someHandshakes({ hosts, share, ending, period }: Chance, random: Random): Obstacle {
  return ({ sni }, step, atMs) =>
    step === 'hello' &&
    sni !== null &&
    hosts.has(sni) &&
    isWithin(period, atMs) &&
    random.chance(share)
      ? ending
      : null;
}
