import { allowlist, isNamed, methodById } from './censor.ts';
import { foreignServices } from './interference.ts';
import { aWorld } from './lines.ts';
import { longRounds } from './periods.ts';
import { aService, hostsOf, idsOf } from './services.ts';
import { blockedStates, type Period, type Setting, type Situation } from './situation.ts';

const minuteMs = 60_000;
/** More than a person lives through. */
const turns = 24;

/** An alarm, or cells of which some let a list through alone. */
export const comingAndGoing: Situation = {
  id: 'allowlist that comes and goes',
  kind: 'interference',
  family: 'steady block',
  about: 'For 45 to 90 minutes only domestic sites get through, then for as long everything does.',
  isSteady: true,
  create(setting) {
    const { catalog } = setting;
    const services = idsOf(foreignServices(catalog));
    const periods = somePeriods(setting, { free: [45, 90], shut: [45, 90] });
    const world = aWorld(setting);
    world.obstacles.push(...periods.map((period) => allowlist({ catalog, period })));
    return {
      world,
      conditions: periods.map((period) => ({
        services,
        states: blockedStates,
        mechanism: 'tcp.timeout',
        period,
      })),
    };
  },
};

/** A filter that is switched on and off, as in the first days of a block. */
export const pausingBlocks: Situation[] = ['reset on name', 'silence on name'].map((id) => ({
  id: `${id} that pauses`,
  kind: 'interference',
  family: 'pausing block',
  about: `As in "${id}", for one to four hours; then the service is open for 20 to 60 minutes, and so on.`,
  isSteady: true,
  rounds: longRounds,
  create(setting) {
    const { catalog, random } = setting;
    const service = aService(setting, isNamed);
    const hosts = hostsOf(service);
    const method = methodById(id);
    const periods = somePeriods(setting, { free: [20, 60], shut: [60, 240] });
    const world = aWorld(setting);
    world.obstacles.push(
      ...periods.map((period) => method.build({ hosts, period, random, catalog }).obstacle),
    );
    return {
      world,
      conditions: periods.map((period) => ({
        services: idsOf([service]),
        states: blockedStates,
        mechanism: method.mechanism,
        period,
      })),
    };
  },
}));

/** Least and most, in minutes. */
interface Lengths {
  free: [number, number];
  shut: [number, number];
}

function somePeriods({ random, startMs }: Setting, { free, shut }: Lengths): Period[] {
  let atMs = startMs;
  return Array.from({ length: turns }, () => {
    const fromMs = atMs + random.between(...free) * minuteMs;
    const toMs = fromMs + random.between(...shut) * minuteMs;
    atMs = toMs;
    return { fromMs, toMs };
  });
}
