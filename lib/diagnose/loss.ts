import type { Attempt } from '../round/types.ts';
import { evidenceOf, isSilentName } from './evidence.ts';
import type { ControlEvidence } from './network.ts';
import type { ServiceEvidence } from './service.ts';

const targetsNeeded = 4;
const ownersNeeded = 2;

/**
 * Whether packets were lost in the course of a round: several targets, not all of one service, were
 * silent once and then answered. A censor that is worth the name is not so forgetful.
 */
export function seesLoss(evidence: {
  controls: readonly ControlEvidence[];
  services: readonly ServiceEvidence[];
}): boolean {
  const wavering = [
    ...evidence.controls.map(({ attempts }) => ({ owner: 'controls', attempts })),
    ...evidence.services.flatMap(({ service, attempts }) =>
      [...attempts.values()].map((each) => ({ owner: service.id, attempts: each })),
    ),
  ].filter(({ attempts }) => attempts.some(isSilence) && attempts.some(isAnswer));
  const owners = new Set(wavering.map(({ owner }) => owner));
  return wavering.length >= targetsNeeded && owners.size >= ownersNeeded;
}

function isSilence(attempt: Attempt): boolean {
  const evidence = evidenceOf(attempt);
  return evidence === 'timeout' || evidence === 'connect-timeout' || isSilentName(attempt);
}

function isAnswer(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'reached';
}
