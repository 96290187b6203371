import { hasIntermittentGates, hasPacketLoss } from './loss.ts';
import { diagnoseNetwork, type NetworkVerdict } from './network.ts';
import type { RoundEvidence } from './round-evidence.ts';

/** Corrects the first gate's verdict by the whole round, which may have lost packets or later gates. */
export function reassessNetwork(evidence: RoundEvidence): NetworkVerdict {
  const network = reassessControls(evidence);
  if (network.state !== 'normal') return network;
  if (hasBrokenDown(evidence)) {
    return { state: 'degraded', confidence: 'medium', trouble: 'broke-down' };
  }
  const isLossy = hasIntermittentGates(evidence) || hasPacketLoss(evidence);
  return isLossy ? { state: 'degraded', confidence: 'medium', trouble: 'loss' } : network;
}

/** Whether the last gate failed, and nothing got through after it began. */
function hasBrokenDown({ gates, services }: Pick<RoundEvidence, 'gates' | 'services'>): boolean {
  const last = gates.at(-1);
  if (last === undefined || last.passed) return false;
  const attempts = services.flatMap((one) => [...one.attempts.values()].flat());
  return !attempts.some((one) => one.ok && one.valid && one.startedAt > last.startedAt);
}

/**
 * Later gates asked further sites. Two controls that each lost a packet, or a link that came up while they were
 * asked, give a slow median; the answers of services are a better measure.
 */
function reassessControls(evidence: RoundEvidence): NetworkVerdict {
  const { network, controls, services, online, usualMs } = evidence;
  if (network.state !== 'normal' && network.trouble !== 'slow') return network;
  const answers = services.flatMap(({ attempts }) =>
    [...attempts.values()].flat().filter((attempt) => attempt.ok && attempt.valid),
  );
  const atTheEnd = diagnoseNetwork(controls, online, usualMs, answers);
  const isWorse = network.state === 'normal' && atTheEnd.state !== 'degraded';
  return isWorse ? network : atTheEnd;
}
