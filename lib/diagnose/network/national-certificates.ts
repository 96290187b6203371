import { isByPrivateAuthority } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { ControlEvidence } from '../evidence/control-evidence.ts';

export const certificateTroubles = [
  'foreign-certificate',
  'expired-certificate',
  'revoked-certificate',
  'bad-certificate',
];

/**
 * Sites inside the country answer under an authority that browsers do not know, and so does whoever intercepts
 * everything. Where neutral sites show bad certificates and none answers, such answers count for nothing.
 */
export function withoutDoubtfulAnswers(controls: readonly ControlEvidence[]): ControlEvidence[] {
  if (!showsOnlyBadCertificates(controls)) return [...controls];
  return controls.map((control) => ({
    ...control,
    attempts: control.attempts.map((attempt) =>
      isByPrivateAuthority(attempt) ? { ...attempt, ok: false } : attempt,
    ),
  }));
}

function showsOnlyBadCertificates(controls: readonly ControlEvidence[]): boolean {
  const seen = controls
    .filter(({ group }) => group === 'foreign')
    .flatMap(({ attempts }) => attempts.map(evidenceOf));
  return seen.some((one) => certificateTroubles.includes(one)) && !seen.includes('reached');
}
