import { type OpenRound, waitForHome } from '../phases.ts';
import { controlAsker, isDue } from './controls.ts';

/**
 * Asks the domestic controls that the opening of the gate left out, where hosts of the home country may be
 * asked. They show nothing of a network on which foreign controls answer, but belong to a round's record.
 */
export async function askDomesticControls(round: OpenRound): Promise<void> {
  const { catalog, log, opening } = round;
  const { controls, plan } = log.record;
  const left = catalog.controls.filter(
    (one) => one.group === 'domestic' && isDue(one, plan) && !controls.has(one.id),
  );
  if (left.length === 0 || !(await waitForHome(round))) return;
  await controlAsker(round, opening.timeouts)(left);
}
