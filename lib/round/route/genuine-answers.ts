import { isPlain } from '../../catalog/target-kinds.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isOwnService } from '../../model/own-service.ts';
import type { GenuineAnswer } from '../../routing/shared-address.ts';
import type { PlannedRound } from '../phases.ts';

/** Where the round's services and foreign controls answered with a valid certificate. */
export function genuineAnswers({ catalog, log }: PlannedRound): GenuineAnswer[] {
  const { controls, targets } = log.record;
  const ofControls = catalog.controls
    .filter(({ group }) => group === 'foreign')
    .map(({ id, operator }) => ({ operator, attempts: controls.get(id) ?? [] }));
  const vouchedFor = catalog.services.filter((service) => !isOwnService(service));
  const ofServices = vouchedFor.flatMap(({ operator, targets: own }) =>
    own
      .filter((target) => !isPlain(target))
      .map(({ id }) => ({ operator, attempts: targets.get(id) ?? [] })),
  );
  return [...ofControls, ...ofServices].flatMap(({ operator, attempts }) =>
    attempts.filter(isGenuine).map(({ remoteIp }) => ({ operator, address: remoteIp ?? '' })),
  );
}

function isGenuine({ valid, failure, httpStatus, remoteIp }: Attempt): boolean {
  return valid && failure === null && httpStatus !== null && remoteIp !== null;
}
