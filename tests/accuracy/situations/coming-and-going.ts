import { allowlist } from './censor.ts';
import { foreignServices } from './interference.ts';
import { aWorld } from './lines.ts';
import { idsOf } from './services.ts';
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
    const periods = somePeriods(setting);
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

function somePeriods({ random, startMs }: Setting): Period[] {
  const whileMs = () => random.between(45, 90) * minuteMs;
  let atMs = startMs;
  return Array.from({ length: turns }, () => {
    const fromMs = atMs + whileMs();
    const toMs = fromMs + whileMs();
    atMs = toMs;
    return { fromMs, toMs };
  });
}
