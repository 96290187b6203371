import type { Service } from '../../../lib/catalog/schema.ts';
import { allowlist, isDomestic, type Method, methods } from './censor.ts';
import { aWorld, type LineShape, mildLoss } from './lines.ts';
import { hostsOf, someServices } from './services.ts';
import type { Interference, Period, Scene, Setting, Situation } from './situation.ts';

/** Rounds, counted from 0, in which the interference begins and ends. */
const beginsIn = 10;
const endsIn = 40;

/** Each method on a good line and on one that loses 1 to 2 % of its packets. */
export const interferenceSituations: Situation[] = [
  ...methods.map(byMethod),
  byAllowlist(),
].flatMap((situation) => [
  situation({ id: '', about: '', shape: () => ({}) }),
  situation({
    id: ', mild loss',
    about: ' On a line that loses 1 to 2 %.',
    shape: (setting) => ({ loss: mildLoss(setting) }),
  }),
]);

interface Variant {
  id: string;
  about: string;
  shape: (setting: Setting) => LineShape;
}

function byMethod(method: Method): (variant: Variant) => Situation {
  return (variant) => ({
    id: `${method.id}${variant.id}`,
    kind: 'interference',
    about: `${method.about}${variant.about}`,
    create(setting) {
      const services = someServices(setting, method.suits);
      const world = aWorld(setting, variant.shape(setting));
      const period = aPeriod(setting);
      const { random, catalog } = setting;
      const censor = method.build({ hosts: hostsOf(...services), period, random, catalog });
      world.obstacles.push(censor.obstacle);
      world.lookUp = censor.lookUp ?? world.lookUp;
      const { mechanism } = method;
      return steady(setting, world, { services: idsOf(services), mechanism, period });
    },
  });
}

function byAllowlist(): (variant: Variant) => Situation {
  return (variant) => ({
    id: `allowlist${variant.id}`,
    kind: 'interference',
    about: `Only domestic sites get through; all else is dropped.${variant.about}`,
    create(setting) {
      const { catalog } = setting;
      const world = aWorld(setting, variant.shape(setting));
      const period = aPeriod(setting);
      world.obstacles.push(allowlist({ catalog, period }));
      const foreign = catalog.services.filter((one) => one.enabledByDefault && !isDomestic(one));
      return steady(setting, world, { services: idsOf(foreign), mechanism: 'tcp.timeout', period });
    },
  });
}

function idsOf(services: readonly Service[]): Set<string> {
  return new Set(services.map(({ id }) => id));
}

/** For a quarter of all people the interference exists from the start. */
function aPeriod({ random, startMs }: Setting): Period {
  const fromMs = random.chance(0.25) ? startMs : Number.POSITIVE_INFINITY;
  return { fromMs, toMs: Number.POSITIVE_INFINITY };
}

/** Begins and ends between two rounds; for half of all people, within a round. */
function steady({ random }: Setting, world: Scene['world'], interference: Interference): Scene {
  const { period } = interference;
  const within = random.chance(0.5);
  const turn = (round: number, atMs: number) => {
    if (round === beginsIn) period.fromMs = Math.min(period.fromMs, atMs);
    if (round === endsIn) period.toMs = atMs;
  };
  return {
    world,
    interference,
    roundBegins(round, nowMs) {
      if (within) turn(round, nowMs + random.between(0, 3_000));
    },
    roundEnds(round, nowMs) {
      if (!within) turn(round, nowMs + 1);
    },
  };
}
