import { isDomestic } from '../../../lib/catalog/domestic.ts';
import type { Catalog, Service } from '../../../lib/catalog/schema.ts';
import { allowlist, type Method, methods } from './censor.ts';
import { aWorld, type LineShape, mildLoss } from './lines.ts';
import { aPeriod, fromRoundToRound } from './periods.ts';
import { hostsOf, idsOf, someServices } from './services.ts';
import { blockedStates, type Family, type Setting, type Situation } from './situation.ts';

/** Each method on a good line and on one that loses 1 to 2 % of its packets. */
export const interferenceSituations: Situation[] = [
  ...methods.map(byMethod),
  byAllowlist(),
].flatMap((situation) => [
  situation({ id: '', family: 'steady block', about: '', shape: () => ({}) }),
  situation({
    id: ', mild loss',
    family: 'steady block, lossy',
    about: ' On a line that loses 1 to 2 %.',
    shape: (setting) => ({ loss: mildLoss(setting) }),
  }),
]);

interface Variant {
  id: string;
  family: Family;
  about: string;
  shape: (setting: Setting) => LineShape;
}

export function byMethod(method: Method): (variant: Variant) => Situation {
  return (variant) => ({
    id: `${method.id}${variant.id}`,
    kind: 'interference',
    family: variant.family,
    about: `${method.about}${variant.about}`,
    isSteady: true,
    create(setting) {
      const services = someServices(setting, method.suits);
      const world = aWorld(setting, variant.shape(setting));
      const period = aPeriod(setting);
      const { random, catalog } = setting;
      const censor = method.build({ hosts: hostsOf(...services), period, random, catalog });
      world.obstacles.push(censor.obstacle);
      world.lookUp = censor.lookUp ?? world.lookUp;
      const { mechanism } = method;
      const states = blockedStates;
      return fromRoundToRound(setting, world, {
        services: idsOf(services),
        states,
        mechanism,
        period,
      });
    },
  });
}

export function byAllowlist(): (variant: Variant) => Situation {
  return (variant) => ({
    id: `allowlist${variant.id}`,
    kind: 'interference',
    family: variant.family,
    about: `Only domestic sites get through; all else is dropped.${variant.about}`,
    isSteady: true,
    create(setting) {
      const { catalog } = setting;
      const world = aWorld(setting, variant.shape(setting));
      const period = aPeriod(setting);
      world.obstacles.push(allowlist({ catalog, period }));
      return fromRoundToRound(setting, world, {
        services: idsOf(foreignServices(catalog)),
        states: blockedStates,
        mechanism: 'tcp.timeout',
        period,
      });
    },
  });
}

/** Those that no allowlist lets through. */
export function foreignServices({ services, home }: Catalog): Service[] {
  return services.filter((one) => one.enabledByDefault && !isDomestic(one, home));
}
