import { evidenceOf } from '../observe/evidence.ts';
import { type ControlEvidence, isReached } from './network.ts';

/** Where neutral sites show untrusted certificates too, as behind a portal that appears, they show nothing. */
export function areCertificatesGood(controls: readonly ControlEvidence[]): boolean {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const good = foreign.filter(isReached).length;
  const untrusted = foreign.filter(({ attempts }) =>
    attempts.some((attempt) => evidenceOf(attempt) === 'foreign-certificate'),
  ).length;
  return good > 0 && untrusted <= good;
}
