import type { Control } from '../../catalog/schema.ts';
import { countedResolutions } from '../../diagnose/evidence/counted-resolutions.ts';
import { isRefusedAtOnce } from '../../diagnose/own-filter/filtered-names.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { isWithheldAtHome, outcomeOfName } from '../../observe/names.ts';
import { controlAsker } from '../gate/controls.ts';
import { isLate, type OpenRound } from '../phases.ts';

/** Looks for a filter of this computer or household where names are withheld. */
export interface OwnFilterLook {
  /** Asks for the names that only such a filter withholds, once a round, where a name is withheld here alone. */
  look(name: string): Promise<void>;
  /** Asks for them where a service shows a certificate that is not its own, once a round. */
  lookAtCertificates(): Promise<void>;
  /** Whether such a name is refused at once, as one that leads to this computer is. Asks once a round. */
  isRefused(): Promise<boolean>;
}

export function createOwnFilterLook(round: OpenRound): OwnFilterLook {
  let asked: Promise<void> | undefined;
  return {
    async look(name) {
      if (isLate(round) || !isWithheldHereAlone(round, name)) return;
      asked ??= askSigns(round);
      await asked;
    },
    async lookAtCertificates() {
      if (isLate(round)) return;
      asked ??= askSigns(round);
      await asked;
    },
    async isRefused() {
      if (isLate(round)) return false;
      asked ??= askSigns(round);
      await asked;
      return signsOf(round).some(({ id }) =>
        round.log.record.controls.get(id)?.some(isRefusedAtOnce),
      );
    },
  };
}

/** What a national resolver withholds needs no other explanation. */
function isWithheldHereAlone({ log }: OpenRound, name: string): boolean {
  const resolutions = countedResolutions(log.record);
  const isNational = resolutions.some((one) => one.name === name && isWithheldAtHome(one));
  return !isNational && outcomeOfName(name, resolutions).known === 'elsewhere';
}

function signsOf({ catalog }: OpenRound): Control[] {
  return catalog.controls.filter(({ group }) => group === 'filter');
}

/** One failure proves nothing, so what fails is asked twice. */
async function askSigns(round: OpenRound): Promise<void> {
  const { log, opening } = round;
  const ask = controlAsker(round, { control: opening.timeouts.sentinel });
  const signs = signsOf(round);
  await ask(signs.filter(({ id }) => !log.record.controls.has(id)));
  const isOpen = ({ id }: Control) => {
    const attempts = log.record.controls.get(id) ?? [];
    return attempts.length !== 1 || !attempts.every(isWithheld);
  };
  await ask(signs.filter((one) => !isOpen(one)));
}

function isWithheld(attempt: Attempt): boolean {
  return (
    ['name-fails', 'foreign-certificate'].includes(evidenceOf(attempt)) || isRefusedAtOnce(attempt)
  );
}
