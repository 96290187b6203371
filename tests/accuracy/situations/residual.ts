import { error, type Obstacle, silence } from '../browser/flow.ts';
import { isNamed } from './censor.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf, someServices } from './services.ts';
import { blockedStates, isWithin, type Period, type Situation } from './situation.ts';

const residualMs = 60_000;

/** A censor that punishes: after a reset on a name, the whole address is silent for a minute. */
export const residualSituation: Situation = {
  id: 'reset and a silent minute',
  kind: 'interference',
  family: 'steady block',
  about:
    'A handshake that contains the name is reset, and its address is silent for a minute after it.',
  isSteady: true,
  create(setting) {
    const services = someServices(setting, isNamed);
    const world = aWorld(setting);
    const period = aPeriod(setting);
    world.obstacles.push(resetWithResidue(hostsOf(...services), period));
    return fromRoundToRound(setting, world, {
      services: idsOf(services),
      states: blockedStates,
      mechanism: 'tls.reset.sni',
      isFalseLabel: (label) => label !== 'tls.reset.sni' && label !== 'reset',
      period,
    });
  },
};

export function resetWithResidue(hosts: ReadonlySet<string>, period: Period): Obstacle {
  const silentUntil = new Map<string, number>();
  return ({ sni, address }, step, atMs) => {
    if (step !== 'connect' && step !== 'hello' && step !== 'request') return null;
    if (atMs < (silentUntil.get(address) ?? 0)) return silence;
    if (step !== 'hello' || sni === null || !hosts.has(sni) || !isWithin(period, atMs)) return null;
    silentUntil.set(address, atMs + residualMs);
    return error('CONNECTION_RESET');
  };
}
