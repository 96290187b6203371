import { registeredDomains } from '../catalog/own-domains.ts';
import type { Control, Target } from '../catalog/schema.ts';
import { isPlain, isTransfer, privateAuthorityOf } from '../catalog/target-kinds.ts';
import type { Authority } from '../catalog/target-schema.ts';
import { filterPageFailure, filterRedirectFailure } from '../failure/filter-answer.ts';
import { foreignAnswerFailure, proxyAnswerFailure } from '../failure/foreign-answer.ts';
import { isKnownInterception } from '../failure/interception.ts';
import { isMalformedAnswer } from '../failure/malformed-answer.ts';
import type { Attempt, UnnumberedAttempt } from '../model/attempt.ts';
import { failureOfBlockPage } from './block-page.ts';
import { elsewhereOf, filterOf, resolverOf } from './elsewhere.ts';
import { isGenuine } from './genuine.ts';
import { type HttpObservation, recordablePart } from './http.ts';
import type { SocketObservation } from './socket.ts';

/**
 * Applies a target's rule to an observation.
 * @param own domains that the target may send a browser on to; its own if left out
 */
export function judgeTarget(
  target: Target,
  observation: HttpObservation,
  own: readonly string[] = domainsOf(target),
): UnnumberedAttempt {
  const attempt = recordablePart(observation);
  const blockPage = attempt.valid ? failureOfBlockPage(observation) : null;
  if (blockPage !== null) {
    return { ...attempt, ok: false, failure: blockPage, failedOperation: 'http_round_trip' };
  }
  if (isPlain(target)) return judgePlain(target, observation, own);
  const filter = isReached(observation) && !isTransfer(target) ? filterOf(observation) : null;
  if (filter !== null) return { ...attempt, ...byFilter[filter], ok: false };
  const privately = privateAuthorityOf(target) !== null && isUnknownAuthority(attempt);
  // Whatever the server said after the handshake, it was reached.
  const malformed = attempt.valid && isMalformedAnswer(attempt.browserError) && !isTransfer(target);
  if (privately || malformed) return { ...attempt, ok: true };
  // A transfer also needs its body.
  const whole = !isTransfer(target) || attempt.failure === null;
  // A gateway that opens TLS answers itself where it does not get through.
  if (isRefusal(observation) && observation.headers?.ofProxy === true) {
    return { ...attempt, ...byProxy, ok: false };
  }
  const elsewhere = isReached(observation) ? elsewhereOf(observation, own) : null;
  return {
    ...attempt,
    ...refusal(observation),
    ok: isReached(observation) && whole,
    ...(elsewhere !== null && { elsewhere }),
  };
}

/**
 * Inside a valid TLS conversation only a filter whose authority the browser trusts shows such a page, and without TLS only a
 * resolver of which it is known to be.
 */
const byFilter = {
  redirect: { failure: filterRedirectFailure, failedOperation: 'http_round_trip' },
  page: { failure: filterPageFailure, failedOperation: 'http_round_trip' },
} as const;

const byProxy = {
  failure: proxyAnswerFailure,
  failedOperation: 'http_round_trip',
  valid: false,
} as const;

function domainsOf(target: Target): string[] {
  return registeredDomains([target]);
}

/**
 * Without TLS anyone on the path may have answered, so only an answer that is the service's own counts. A 451 counts
 * as a refusal only for a target without a vote, where it decides nothing by itself.
 */
function judgePlain(
  target: Target,
  observation: HttpObservation,
  own: readonly string[],
): UnnumberedAttempt {
  const attempt = recordablePart(observation);
  if (isHangUp(attempt)) return { ...attempt, ok: false, failedOperation: 'read' };
  if (!attempt.valid || attempt.httpStatus === null) return { ...attempt, ok: false };
  if (!target.votes && attempt.httpStatus === 451) {
    return { ...attempt, ...refusal(observation), ok: false };
  }
  const resolver = resolverOf(observation);
  if (resolver !== null) return { ...attempt, ...byFilter[resolver], ok: false };
  if (isGenuine(target, observation, own)) return { ...attempt, ok: true };
  const failure = { ok: false, failedOperation: 'http_round_trip' } as const;
  const elsewhere = elsewhereOf(observation, own);
  return observation.headers?.byProxy === true
    ? { ...attempt, ...byProxy, ok: false }
    : {
        ...attempt,
        ...failure,
        failure: foreignAnswerFailure,
        ...(elsewhere !== null && { elsewhere }),
      };
}

/** Whether a certificate's authority is unknown to the browser, rather than known to intercept. */
function isUnknownAuthority({
  failure,
  valid,
  browserError,
}: Pick<UnnumberedAttempt, 'failure' | 'valid' | 'browserError'>): boolean {
  return valid && failure === 'ssl_unknown_authority' && !isKnownInterception(browserError);
}

/** Without TLS, anyone on the path may have ended the connection. */
function isHangUp({ failure, failedOperation }: Omit<UnnumberedAttempt, 'ok'>): boolean {
  return failure === 'eof_error' && failedOperation === 'http_round_trip';
}

interface SocketRules {
  /** An authority unknown to browsers that may have signed the host's certificate. */
  authority?: Authority | null;
  /** Known domains of the service: who sends a browser elsewhere may answer in its place. */
  own?: readonly string[];
}

/**
 * A WebSocket is reached if it opens, or if only the socket is refused while its host answers: services
 * refuse requests without their own Origin, and Chromium hides the status of the refusal. If the host answers
 * and the socket gets no answer at all, the socket has failed.
 * @param host the answer of the socket's host over HTTPS; null if the socket's own result is enough
 */
export function judgeSocket(
  { hidden, headers = null, ...socket }: SocketObservation,
  host: HttpObservation | null,
  { authority = null, own = [] }: SocketRules = {},
): UnnumberedAttempt {
  const lead = host !== null && isReached(host) ? elsewhereOf(host, own) : null;
  const led = lead === null ? {} : { elsewhere: lead };
  if (hidden && host !== null && socket.failure !== 'generic_timeout_error') {
    return { ...socket, httpStatus: host.httpStatus, valid: true, ok: true, ...led };
  }
  const privately = authority !== null && isUnknownAuthority(socket);
  const ok = privately || (socket.failure === null && isReached({ ...socket, headers }));
  return { ...socket, ...refusal({ ...socket, headers }), ok, ...(ok && led) };
}

/** Whether an upgrade was answered by sending the browser elsewhere. */
export function isLedAway({ httpStatus }: Pick<SocketObservation, 'httpStatus'>): boolean {
  return httpStatus !== null && httpStatus >= 300 && httpStatus < 400;
}

/**
 * Whether a host answers over valid TLS, with neither a 451 nor a block page. Its status for a request that
 * is not an upgrade (404, 426, 501) does not count against it.
 */
export function isHostReached(host: HttpObservation): boolean {
  const answered = host.valid && (host.httpStatus !== null || host.failure === null);
  return answered && host.httpStatus !== 451 && failureOfBlockPage(host) === null;
}

type Result = Pick<HttpObservation, 'httpStatus' | 'failure' | 'valid' | 'headers'>;

/**
 * Whether a control answered as it does on a network without interference. Sites inside a country may have
 * certificates of its state, which browsers do not know: those were reached as well.
 */
export function judgeControl(control: Control, observation: HttpObservation): boolean {
  if (control.group === 'domestic' && isUnknownAuthority(observation)) return true;
  if (!isReached(observation)) return false;
  if (control.status !== undefined && observation.httpStatus !== control.status) return false;
  if (control.contains === undefined) return true;
  return new TextDecoder().decode(observation.body).includes(control.contains);
}

/**
 * Whether a handshake with a bare address was completed. A server that presents any certificate, even for
 * another name, has read and answered the ClientHello.
 */
export function judgeAddress(observation: HttpObservation): boolean {
  const showsCertificate = [
    'ssl_unknown_authority',
    'ssl_invalid_hostname',
    'ssl_invalid_certificate',
  ].includes(observation.failure ?? '');
  return observation.valid && (showsCertificate || observation.httpStatus !== null);
}

/**
 * A valid answer with any status except 451 and 5xx, or with a challenge; a redirect may hide its status. Whoever asks a
 * person to prove that they are one is not out of order, whatever the status.
 */
export function isReached(result: Result): boolean {
  const { httpStatus, failure, valid } = result;
  const answered = httpStatus !== null || (failure === null && valid);
  return answered && !isRefusal(result);
}

function refusal(result: Result): Partial<Attempt> {
  return isRefusal(result)
    ? { failure: 'http_request_failed', failedOperation: 'http_round_trip' }
    : {};
}

function isRefusal({ httpStatus, headers }: Result): boolean {
  if (httpStatus === null) return false;
  const isServerError = httpStatus >= 500 && httpStatus <= 599 && headers?.challenges !== true;
  return httpStatus === 451 || isServerError;
}
