import { isTransfer } from '../../catalog/target-kinds.ts';
import { isOwnService } from '../../model/own-service.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import type { Timeouts } from '../timeouts.ts';

/** So long a service may take to answer before its silence counts, in milliseconds. */
export const patientMs = 15_000;

/** Where so many services are silent alike, their attempts hold all connections. */
const many = 6;

/** So many first attempts of a round run on then, and where they are fewer; and one on a person's own services. */
const runOnPerRound = { ofMany: 3, ofFew: 5, own: 1 };

/** The sentinels of a round whose first attempt has been silent for long. */
export interface LongSilences {
  /** One of the catalog is asked. */
  begin(target: string): void;
  /** Notes one of the catalog or of a person's own services; whether its attempt runs on. */
  note(target: string, isOwn: boolean): boolean;
  /** Its attempt ended. */
  end(target: string): void;
  isRunningOn(target: string): boolean;
  /** Whether services of the catalog are silent by the many. */
  areMany(): boolean;
}

export function createLongSilences(): LongSilences {
  const silent = { catalog: new Set<string>(), own: new Set<string>() };
  const runningOn = new Set<string>();
  /** Those of the catalog that are silent, or may be yet. */
  const unanswered = new Set<string>();
  const limitOf = (isOwn: boolean) => {
    if (isOwn) return runOnPerRound.own;
    return unanswered.size < many ? runOnPerRound.ofFew : runOnPerRound.ofMany;
  };
  return {
    begin: (target) => void unanswered.add(target),
    note(target, isOwn) {
      const alike = silent[isOwn ? 'own' : 'catalog'].add(target);
      const runsOn = alike.size <= limitOf(isOwn);
      if (runsOn) runningOn.add(target);
      return runsOn;
    },
    end(target) {
      runningOn.delete(target);
      if (!silent.catalog.has(target)) unanswered.delete(target);
    },
    isRunningOn: (target) => runningOn.has(target),
    areMany: () => silent.catalog.size >= many,
  };
}

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
