import { blockPageFailure, blockRedirectFailure } from '../failure/block-page.ts';
import { isCertificateDate } from '../failure/certificate-date.ts';
import { isCertificateRevoked } from '../failure/certificate-revoked.ts';
import { filterPageFailure, filterRedirectFailure } from '../failure/filter-answer.ts';
import { foreignAnswerFailure } from '../failure/foreign-answer.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Mechanism } from '../model/mechanism.ts';

/** What one attempt proves. The label is no deeper than what the browser revealed. */
export type Evidence =
  | 'reached'
  /** Supports no conclusion. */
  | 'invalid'
  | 'name-fails'
  | 'legal-refusal'
  | 'block-page'
  | 'block-redirect'
  | 'filter-page'
  | 'filter-redirect'
  | 'server-error'
  /** Without TLS, something else answered. */
  | 'foreign-answer'
  | 'foreign-certificate'
  /** It ended the connection after the handshake, without an answer. */
  | 'hang-up'
  | 'expired-certificate'
  | 'revoked-certificate'
  | 'bad-certificate'
  | 'handshake-fails'
  | 'refused'
  | 'unreachable'
  | 'connect-timeout'
  | 'timeout'
  /** The browser itself gave up the handshake: TCP was open, and TLS was silent. */
  | 'handshake-timeout'
  | 'cut-off'
  /** Cut off after a handshake that contained the name: a pair with the bare address cannot explain it. */
  | 'broken-off'
  | 'unclear';

/** Firefox has this one code for a refusal, an unreachable address and a lost link. */
export const refusedInFirefox = 'NS_ERROR_CONNECTION_REFUSED';

/** Classifies one attempt, by its validity first, then by the answer, then by the failure. */
export function evidenceOf(attempt: Attempt): Evidence {
  if (!attempt.valid) return 'invalid';
  if (attempt.ok) return 'reached';
  if (attempt.failure?.startsWith(blockRedirectFailure) === true) return 'block-redirect';
  if (attempt.failure?.startsWith(blockPageFailure) === true) return 'block-page';
  if (attempt.failure === filterPageFailure) return 'filter-page';
  if (attempt.failure === filterRedirectFailure) return 'filter-redirect';
  if (attempt.failure === foreignAnswerFailure) return 'foreign-answer';
  if (attempt.httpStatus === 451) return 'legal-refusal';
  if (attempt.httpStatus !== null && attempt.httpStatus >= 500) return 'server-error';
  if (attempt.failedOperation === 'resolve') return 'name-fails';
  return byFailure(attempt);
}

/** The evidence of each failed attempt; invalid attempts contribute none. */
export function failuresOf(attempts: readonly Attempt[]): Evidence[] {
  return attempts.map(evidenceOf).filter((one) => one !== 'invalid' && one !== 'reached');
}

/**
 * Whether an attempt met a certificate of another name under an authority that the browser trusts: that of a filter's
 * page, or of a server that no longer serves the name. It is no forgery.
 */
export function isOfAnotherName({ failure }: Attempt): boolean {
  return failure === 'ssl_invalid_hostname';
}

/** How many of the failures are of one kind. */
export function count(failures: readonly Evidence[], evidence: Evidence): number {
  return failures.filter((one) => one === evidence).length;
}

function byFailure(attempt: Attempt): Evidence {
  switch (attempt.failure) {
    case 'generic_timeout_error':
      return timeoutOf(attempt);
    case 'connection_aborted':
      return ofAbort(attempt);
    case 'connection_reset':
    case 'eof_error':
      return ofBrokenConnection(attempt);
    case 'connection_refused':
      return 'refused';
    case 'host_unreachable':
      return 'unreachable';
    case 'ssl_unknown_authority':
    case 'ssl_invalid_hostname':
      return 'foreign-certificate';
    case 'ssl_invalid_certificate':
      return ofBadCertificate(attempt.browserError);
    case 'ssl_failed_handshake':
      return 'handshake-fails';
    default:
      return 'unclear';
  }
}

/**
 * Windows says so of a connection on which nothing came back to five retransmissions: of one that is silent, after some 20 s
 * or, for an attempt that joined it, sooner. A reset has a code of its own.
 */
function ofAbort(attempt: Attempt): Evidence {
  return attempt.failedOperation === null ? 'timeout' : ofBrokenConnection(attempt);
}

/** Once the request was sent, only an `eof_error` is known to be an end that the server chose. */
function ofBrokenConnection({ failure, failedOperation }: Attempt): Evidence {
  if (failedOperation === 'read') return 'broken-off';
  if (failedOperation !== 'http_round_trip') return 'cut-off';
  return failure === 'eof_error' ? 'hang-up' : 'broken-off';
}

function ofBadCertificate(code: string | null): Evidence {
  if (isCertificateDate(code)) return 'expired-certificate';
  return isCertificateRevoked(code) ? 'revoked-certificate' : 'bad-certificate';
}

/**
 * Both browsers give up a TLS handshake after 30 s, and an unanswered SYN much later. For an attempt it may
 * take less: it joins a handshake that an earlier attempt, abandoned by us, left pending.
 */
const handshakeLimitMs = { gaveUpBy: 33_000, outlastedFrom: 31_000 };
const browserTimeouts = ['net::ERR_TIMED_OUT', 'NS_ERROR_NET_TIMEOUT'];

function timeoutOf({ failedOperation, browserError, totalMs }: Attempt): Evidence {
  if (failedOperation === 'connect') return 'connect-timeout';
  if (failedOperation === 'tls_handshake') return 'handshake-timeout';
  if (failedOperation === 'http_round_trip') return 'timeout';
  const inTime = totalMs !== null && totalMs <= handshakeLimitMs.gaveUpBy;
  const byBrowser = browserError !== null && browserTimeouts.includes(browserError);
  return byBrowser && inTime ? 'handshake-timeout' : 'timeout';
}

/** Resolvers answer within moments; browsers give up on a silent resolver after 5 s or more. */
const nameSilenceMs = 4_000;

/** Whether the resolver stayed silent about a name, rather than denied it. */
export function isSilentName(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'name-fails' && (attempt.totalMs ?? 0) >= nameSilenceMs;
}

/** Whether no answer came over a connection that stood, handshake included. */
export function isUnansweredRequest(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'timeout' && attempt.failedOperation === 'http_round_trip';
}

/** Whether an attempt stayed pending longer than any silent handshake: it never reached the handshake. */
export function outlastsHandshake(attempt: Attempt): boolean {
  const { browserError, failedOperation } = attempt;
  const pending =
    browserError === null && failedOperation === null && evidenceOf(attempt) === 'timeout';
  return pending && attempt.totalMs !== null && attempt.totalMs > handshakeLimitMs.outlastedFrom;
}

/** The mechanism that a failure shows by itself, without a pair; null if it shows none. */
export function mechanismOf(evidence: Evidence): Mechanism | null {
  switch (evidence) {
    case 'name-fails':
      return 'dns.error';
    case 'legal-refusal':
      return 'http.error';
    case 'block-page':
    case 'filter-page':
      return 'http.blockpage';
    case 'block-redirect':
    case 'filter-redirect':
      return 'http.redirect';
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
    case 'handshake-timeout':
      return 'tls.timeout';
    case 'cut-off':
    case 'broken-off':
      return 'reset';
    case 'reached':
    case 'invalid':
    case 'server-error':
    case 'foreign-answer':
    case 'hang-up':
    case 'expired-certificate':
    case 'revoked-certificate':
    case 'bad-certificate':
    case 'unclear':
      return null;
    default:
      return evidence satisfies never;
  }
}

/** Whether a reset ended the attempt, before or within the body. */
export function isCut(attempt: Attempt): boolean {
  return ['cut-off', 'broken-off'].includes(evidenceOf(attempt));
}
