import type { Standing } from '../../model/standing.ts';
import { isBlocked } from '../../model/state.ts';
import type { RoundEvidence } from '../evidence/round-evidence.ts';
import { isControlReached } from '../network/network.ts';
import type { ServiceVerdict } from '../service/service.ts';

/**
 * The verdict on a service that was found blocked before, on a line that loses some packets while most neutral sites
 * answer: where nothing of it gets through again, that is what rounds without loss saw, and no gap.
 * @param onGoodLine the verdict that the same attempts would give if the network were normal
 */
export function withKnownBlock(
  verdict: ServiceVerdict,
  before: Standing | undefined,
  { network, controls }: Pick<RoundEvidence, 'network' | 'controls'>,
  onGoodLine: () => ServiceVerdict,
): ServiceVerdict {
  // One that has begun to open is not known to be blocked any more.
  const isKnown = before !== undefined && isBlocked(before.state) && before.candidate === null;
  if (verdict.state !== 'insufficient' || !isKnown || network.trouble !== 'loss') return verdict;
  const foreign = controls.filter(({ group }) => group === 'foreign');
  if (foreign.filter(isControlReached).length * 2 <= foreign.length) return verdict;
  const seen = onGoodLine();
  return isBlocked(seen.state) ? { ...seen, confidence: 'low' } : verdict;
}
