import type { Control, Target } from '../catalog/schema.ts';
import { hasOwnAuthority, isPlain, isTransfer } from '../catalog/target-kinds.ts';
import type { Attempt, UnnumberedAttempt } from '../model/attempt.ts';
import { failureOfBlockPage } from './block-page.ts';
import { type HttpObservation, recordablePart } from './http.ts';
import type { SocketObservation } from './socket.ts';

/** Applies a target's rule to an observation. */
export function judgeTarget(target: Target, observation: HttpObservation): UnnumberedAttempt {
  const attempt = recordablePart(observation);
  const blockPage = attempt.valid ? failureOfBlockPage(observation) : null;
  if (blockPage !== null) {
    return { ...attempt, ok: false, failure: blockPage, failedOperation: 'http_round_trip' };
  }
  const ownAuthority = hasOwnAuthority(target) && attempt.failure === 'ssl_unknown_authority';
  const plain = isPlain(target) && isPlainAnswer(target, attempt);
  const malformed = !isPlain(target) && isMalformedAnswer(attempt);
  if (plain || ownAuthority || (malformed && !isTransfer(target))) return { ...attempt, ok: true };
  if (isPlain(target) && isHangUp(attempt))
    return { ...attempt, ok: false, failedOperation: 'read' };
  // A transfer also needs its body.
  const whole = !isTransfer(target) || attempt.failure === null;
  return { ...attempt, ...refusal(attempt), ok: isReached(attempt) && whole };
}

/** Whether the server said something after the handshake, well-formed or not: it was reached. */
function isMalformedAnswer({ failure, valid }: Result): boolean {
  return valid && failure === 'http_invalid_response';
}

/** Without TLS, anyone on the path may have ended the connection. */
function isHangUp({ failure, failedOperation }: Omit<UnnumberedAttempt, 'ok'>): boolean {
  return failure === 'eof_error' && failedOperation === 'http_round_trip';
}

/**
 * Without TLS the status cannot be authenticated, so any answer shows that the path is open. A 451 counts as
 * a refusal only for a target without a vote, where it decides nothing by itself.
 */
function isPlainAnswer({ votes }: Target, { httpStatus }: Result): boolean {
  return httpStatus !== null && (votes || httpStatus !== 451);
}

/**
 * A WebSocket is reached if it opens, or if only the socket is refused while its host answers: services
 * refuse requests without their own Origin, and Chromium hides the status of the refusal. If the host answers
 * and the socket gets no answer at all, the socket has failed.
 * @param host the answer of the socket's host over HTTPS; null if the socket's own result is enough
 */
export function judgeSocket(
  { hidden, ...socket }: SocketObservation,
  host: HttpObservation | null,
): UnnumberedAttempt {
  if (hidden && host !== null && socket.failure !== 'generic_timeout_error') {
    return { ...socket, httpStatus: host.httpStatus, valid: true, ok: true };
  }
  const ok = socket.failure === null && isReached(socket);
  return { ...socket, ...refusal(socket), ok };
}

/**
 * Whether a host answers over valid TLS, with neither a 451 nor a block page. Its status for a request that
 * is not an upgrade (404, 426, 501) does not count against it.
 */
export function isHostReached(host: HttpObservation): boolean {
  const answered = host.valid && (host.httpStatus !== null || host.failure === null);
  return answered && host.httpStatus !== 451 && failureOfBlockPage(host) === null;
}

type Result = Pick<HttpObservation, 'httpStatus' | 'failure' | 'valid'>;

/** Whether a control answered as it does on a network without interference. */
export function judgeControl(control: Control, observation: HttpObservation): boolean {
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

/** A valid answer with any status except 451 and 5xx; a redirect may hide its status. */
export function isReached({ httpStatus, failure, valid }: Result): boolean {
  const answered = httpStatus !== null || (failure === null && valid);
  return answered && httpStatus !== 451 && !isServerError(httpStatus);
}

function refusal({ httpStatus }: Result): Partial<Attempt> {
  const refused = httpStatus === 451 || isServerError(httpStatus);
  return refused ? { failure: 'http_request_failed', failedOperation: 'http_round_trip' } : {};
}

function isServerError(status: number | null): boolean {
  return status !== null && status >= 500 && status <= 599;
}
