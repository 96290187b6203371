import type { ServiceState } from '../../../lib/model/state.ts';
import { type Ending, error, type Obstacle, silence } from '../browser/flow.ts';
import type { Random } from '../time/random.ts';
import { isNamed } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound, longRounds } from './periods.ts';
import { aService, foreignServices, hostsOf, idsOf } from './services.ts';
import { blockedStates, isWithin, type Period, type Setting, type Situation } from './situation.ts';

const endings = { reset: error('CONNECTION_RESET'), silence };

/** Whose names are hit: one service's, or those of all, as where a provider sends some connections past its filter. */
const hit = {
  'one service': (setting: Setting) => [aService(setting, isNamed)],
  'all foreign services': foreignServices,
};

/** A censor that hits a share of the connections to some names, as the browser reports them. */
export const chanceSituations: Situation[] = [
  ...[50, 80, 90, 95, 99].map((percent) => byChance(percent, 'reset', 'one service')),
  ...[50, 80].map((percent) => byChance(percent, 'silence', 'one service')),
  ...[50, 80].map((percent) => byChance(percent, 'reset', 'all foreign services')),
];

function byChance(
  percent: number,
  manner: keyof typeof endings,
  whose: keyof typeof hit,
): Situation {
  const states: ServiceState[] = percent < 99 ? ['impaired'] : ['impaired', ...blockedStates];
  return {
    id: `${manner} by chance, ${percent} %${whose === 'one service' ? '' : `, ${whose}`}`,
    kind: 'interference',
    family: percent < 80 ? 'half blocked' : 'mostly blocked',
    about:
      manner === 'reset'
        ? `${percent} % of the handshakes that contain a name of ${whose} are reset.`
        : `${percent} % of the handshakes that contain a name of ${whose} are dropped.`,
    isSteady: true,
    rounds: longRounds,
    create(setting) {
      const services = hit[whose](setting);
      const world = aWorld(setting);
      const period = aPeriod(setting);
      const { random } = setting;
      const share = percent / 100;
      world.obstacles.push(
        someHandshakes(
          { hosts: hostsOf(...services), share, ending: endings[manner], period },
          random,
        ),
      );
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
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
