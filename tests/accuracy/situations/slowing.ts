import type { Service } from '../../../lib/catalog/schema.ts';
import { isTransfer } from '../../../lib/catalog/target-kinds.ts';
import { type byMethod, foreignServices } from './interference.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf } from './services.ts';
import { isWithin, type Scene, type Setting } from './situation.ts';

/** In bytes per second: from what can hardly be used to the throttle in Russia (Xue et al., IMC 2021). */
const slowest = 5_000;
const fastest = 16_000;

/**
 * Two messengers are slowed down. Only transfers show it, and a round makes few of its own accord: what is shown changes
 * once one was made, so this is no steady situation.
 */
export function bySlowing(): ReturnType<typeof byMethod> {
  return (variant) => ({
    id: `slowed down${variant.id}`,
    kind: 'interference',
    family: variant.family,
    about: `What two messengers carry is slowed down.${variant.about}`,
    create: slowDown,
  });
}

function slowDown(setting: Setting): Scene {
  const { random } = setting;
  const services = twoThatCarry(setting);
  const hosts = hostsOf(...services);
  const rate = random.between(slowest, fastest);
  const world = aWorld(setting);
  const period = aPeriod(setting);
  world.bytesPerSecond = ({ host }, atMs) =>
    hosts.has(host) && isWithin(period, atMs) ? rate : Number.POSITIVE_INFINITY;
  return fromRoundToRound(setting, world, {
    services: idsOf(services),
    // Until a transfer was made, nothing shows it.
    states: ['ok', 'impaired'],
    mechanism: 'tls.throttle.sni',
    period,
  });
}

function twoThatCarry({ random, catalog }: Setting): Service[] {
  const [first, second, ...others] = foreignServices(catalog).filter(({ targets }) =>
    targets.some(isTransfer),
  );
  if (first === undefined || second === undefined) throw new Error('Too few services carry much');
  const chosen = random.pick([first, second, ...others]);
  const rest = [first, second, ...others].filter((one) => one !== chosen);
  return [chosen, random.pick(rest as [Service, ...Service[]])];
}
