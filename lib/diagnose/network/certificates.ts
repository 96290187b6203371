import type { Authority } from '../../catalog/target-schema.ts';
import { isByPrivateAuthority } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { type ControlEvidence, showsForgery } from '../evidence/control-evidence.ts';
import { isReachedAnew } from '../evidence/old-connections.ts';
import { isControlReached } from './network.ts';

/**
 * Where neutral sites show untrusted certificates too, as behind a portal that appears, they show nothing. Beside such,
 * an answer over a connection from before is no good certificate.
 */
export function areCertificatesGood(controls: readonly ControlEvidence[]): boolean {
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const forged = foreign.filter(showsForgery).length;
  return forged === 0
    ? foreign.some(isControlReached)
    : foreign.filter(showsCertificate).length >= forged;
}

/**
 * The authorities unknown to browsers under which an answer counts as one: none while any neutral site shows an
 * untrusted certificate. Where only sites inside the country answer, as behind an allowlist, one of them under a
 * public authority shows that not everything there is intercepted.
 */
export function credibleAuthorities(controls: readonly ControlEvidence[]): Set<Authority> {
  if (areSitesForged(controls)) return new Set();
  const foreign = controls.filter(({ group }) => group === 'foreign');
  if (foreign.some(isControlReached)) return new Set(['own_ca', 'national_ca']);
  const domestic = controls.filter(({ group }) => group === 'domestic');
  return domestic.some(showsPublicCertificate) ? new Set(['national_ca']) : new Set();
}

/** Whether a neutral site abroad showed an untrusted certificate, whatever it showed else. */
export function areSitesForged(controls: readonly ControlEvidence[]): boolean {
  return controls.some((one) => one.group === 'foreign' && showsForgery(one));
}

function showsCertificate({ attempts }: ControlEvidence): boolean {
  return attempts.some(isReachedAnew);
}

function showsPublicCertificate({ attempts }: ControlEvidence): boolean {
  return attempts.some(
    (attempt) => evidenceOf(attempt) === 'reached' && !isByPrivateAuthority(attempt),
  );
}
