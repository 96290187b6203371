import { isCertificateDate } from '../failure/certificate-date.ts';
import type { Attempt, Mechanism } from '../round/types.ts';

/** What one attempt is evidence of. The label goes no deeper than the browser revealed. */
export type Evidence =
  | 'reached'
  /** Nothing may be drawn from it. */
  | 'invalid'
  | 'name-fails'
  | 'legal-refusal'
  | 'server-error'
  | 'foreign-certificate'
  | 'expired-certificate'
  | 'bad-certificate'
  | 'handshake-fails'
  | 'refused'
  | 'unreachable'
  | 'connect-timeout'
  | 'timeout'
  | 'cut-off'
  | 'unclear';

export function evidenceOf(attempt: Attempt): Evidence {
  if (!attempt.valid) return 'invalid';
  if (attempt.ok) return 'reached';
  if (attempt.httpStatus === 451) return 'legal-refusal';
  if (attempt.httpStatus !== null && attempt.httpStatus >= 500) return 'server-error';
  if (attempt.failedOperation === 'resolve') return 'name-fails';
  return byFailure(attempt);
}

function byFailure(attempt: Attempt): Evidence {
  switch (attempt.failure) {
    case 'generic_timeout_error':
      return attempt.failedOperation === 'connect' ? 'connect-timeout' : 'timeout';
    case 'connection_reset':
    case 'connection_aborted':
    case 'eof_error':
      return 'cut-off';
    case 'connection_refused':
      return 'refused';
    case 'host_unreachable':
      return 'unreachable';
    case 'ssl_unknown_authority':
    case 'ssl_invalid_hostname':
      return 'foreign-certificate';
    case 'ssl_invalid_certificate':
      return isCertificateDate(attempt.browserError) ? 'expired-certificate' : 'bad-certificate';
    case 'ssl_failed_handshake':
      return 'handshake-fails';
    default:
      return 'unclear';
  }
}

/** The mechanism that a failure shows by itself, without a pair. Null where it shows none. */
export function mechanismOf(evidence: Evidence): Mechanism | null {
  switch (evidence) {
    case 'name-fails':
      return 'dns.error';
    case 'legal-refusal':
      return 'http.error';
    case 'foreign-certificate':
      return 'tls.mitm';
    case 'handshake-fails':
      return 'tls.alert';
    case 'refused':
      return 'tcp.refused';
    case 'unreachable':
      return 'ip.unreachable';
    case 'connect-timeout':
      return 'tcp.timeout';
    case 'timeout':
      return 'timeout';
    case 'cut-off':
      return 'reset';
    case 'reached':
    case 'invalid':
    case 'server-error':
    case 'expired-certificate':
    case 'bad-certificate':
    case 'unclear':
      return null;
    default:
      return evidence satisfies never;
  }
}
