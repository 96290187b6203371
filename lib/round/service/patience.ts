import { isTransfer } from '../../catalog/target-kinds.ts';
import { isOwnService } from '../../model/own-service.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import type { Timeouts } from '../timeouts.ts';

/** So long a service may take to answer before its silence counts, in milliseconds. */
export const patientMs = 15_000;

/** Behind an allowlist everything foreign is silent, and on a bad line silence shows nothing. */
export function isPatient({ opening }: OpenRound): boolean {
  return opening.network.state === 'normal' && opening.timeouts.sentinel < patientMs;
}

/** Whether a target of any service answered later than others are waited for. */
export function isAnySlow(round: OpenRound): boolean {
  return round.catalog.services
    .filter((service) => !isOwnService(service))
    .flatMap((service) => service.targets)
    .filter((target) => !isTransfer(target))
    .some((target) =>
      attemptsOf(round, target).some(
        ({ ok, valid, totalMs }) => ok && valid && isSlowAnswer(totalMs, round.opening),
      ),
    );
}

function isSlowAnswer(totalMs: number | null, { timeouts }: { timeouts: Timeouts }): boolean {
  return (totalMs ?? 0) > timeouts.sentinel;
}
