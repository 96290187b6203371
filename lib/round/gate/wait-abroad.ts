import type { Control } from '../../catalog/schema.ts';
import type { OpenRound } from '../phases.ts';
import { patientMs } from '../service/patience.ts';
import { controlAsker } from './controls.ts';
import { countForeign, openingSites } from './foreign-sites.ts';

/** Sites that are asked at once: one may be out of order. */
const sitesAtOnce = 2;

/**
 * The foreign sites that are worth a longer wait, once the states are told: where all that is abroad is silent and sites at home
 * answer, the way abroad may be slow, or have been out for a moment, and not be closed.
 */
export function sitesToWaitFor(round: OpenRound): Control[] {
  const { state, trouble } = round.opening.network;
  const looksClosed =
    state === 'allowlist' && trouble === null && countForeign(round).reached === 0;
  return looksClosed ? openingSites(round).slice(0, sitesAtOnce) : [];
}

/** Asks them again, for as long as a service may take to answer. */
export async function waitForSites(round: OpenRound, sites: readonly Control[]): Promise<void> {
  await controlAsker(round, { control: patientMs })(sites);
}
