import type { Service } from '../../../lib/catalog/schema.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { edgesOf } from '../browser/flow.ts';
import { anyLoss, independentLoss, pathLoss } from '../line/loss.ts';
import { aWorld } from './lines.ts';
import { longRounds } from './periods.ts';
import { aService, hostsOf } from './services.ts';
import { aFault, benign, type Setting, type Situation } from './situation.ts';

/** Packets to the addresses of one or five services get lost; all else is clean. */
export const pathLossSituations: Situation[] = [1, 5].flatMap((count) =>
  [20, 50, 80].map((percent): Situation => {
    const states: ServiceState[] =
      percent < 50 ? ['ok', 'impaired'] : ['ok', 'impaired', 'likely_blocked'];
    const whose = count === 1 ? 'one service' : 'five services';
    return {
      ...benign(
        `${percent} % loss to ${whose}`,
        `${percent} % of the packets to and from the addresses of ${whose} are lost; all else works.`,
      ),
      family: 'path loss',
      isSteady: true,
      rounds: longRounds,
      create(setting) {
        const services = differentServices(setting, count);
        const names = [...hostsOf(...services)];
        const hosts = new Set([...names, ...names.flatMap(edgesOf)]);
        const { random } = setting;
        const lost = pathLoss(random, percent / 100, (host) => hosts.has(host));
        const world = aWorld(setting, { loss: anyLoss(independentLoss(random, 0.0005), lost) });
        const fault = aFault(services, states, setting);
        // Loss does not read names.
        const isFalseLabel = (label: string) => label.endsWith('.sni');
        return { world, conditions: [{ ...fault, isFalseLabel }] };
      },
    };
  }),
);

function differentServices(setting: Setting, count: number): Service[] {
  const chosen: Service[] = [];
  while (chosen.length < count) chosen.push(aService(setting, (one) => !chosen.includes(one)));
  return chosen;
}
