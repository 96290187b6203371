import type { Control, Target } from '../catalog/schema.ts';
import { hasOwnAuthority, isPlain, isTransfer } from '../catalog/target-kinds.ts';
import type { Attempt, UnnumberedAttempt } from '../model/attempt.ts';
import { failureOfBlockPage } from './block-page.ts';
import { type HttpObservation, withoutPage } from './http.ts';
import type { SocketObservation } from './socket.ts';

/** Applies a target's rule to what was observed. */
export function judgeTarget(target: Target, observation: HttpObservation): UnnumberedAttempt {
  const seen = withoutPage(observation);
  const blockPage = seen.valid ? failureOfBlockPage(observation) : null;
  if (blockPage !== null) {
    return { ...seen, ok: false, failure: blockPage, failedOperation: 'http_round_trip' };
  }
  const privateAuthority = hasOwnAuthority(target) && seen.failure === 'ssl_unknown_authority';
  const plain = isPlain(target) && isOpenWay(target, seen);
  if (plain || privateAuthority) return { ...seen, ok: true };
  // Of a transfer the headers alone are not enough.
  const whole = !isTransfer(target) || seen.failure === null;
  return { ...seen, ...refusal(seen), ok: isReached(seen) && whole };
}

/**
 * Without TLS there is nobody whose status could be believed: any answer shows the way is open. A 451 is
 * shown where that decides nothing by itself.
 */
function isOpenWay({ votes }: Target, { httpStatus }: Seen): boolean {
  return httpStatus !== null && (votes || httpStatus !== 451);
}

/**
 * A WebSocket is reached where it opens, and where it alone is refused while its host answers: services
 * refuse those without their Origin, and Chromium hides the status with which they do. Where the host answers
 * and the socket gets no answer at all, that is the failure.
 * @param host what the socket's host, reached over HTTPS, said; null where the socket told enough itself
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
 * Whether a host answers over valid TLS, and neither the law nor a block page speaks. What it says to a
 * request that is no upgrade (404, 426, 501) is no fault of its own.
 */
export function isHostReached(host: HttpObservation): boolean {
  const answered = host.valid && (host.httpStatus !== null || host.failure === null);
  return answered && host.httpStatus !== 451 && failureOfBlockPage(host) === null;
}

type Seen = Pick<HttpObservation, 'httpStatus' | 'failure' | 'valid'>;

/** True where the control answered as it does on a network that nobody meddles with. */
export function judgeControl(control: Control, observation: HttpObservation): boolean {
  if (!isReached(observation)) return false;
  if (control.status !== undefined && observation.httpStatus !== control.status) return false;
  if (control.contains === undefined) return true;
  return new TextDecoder().decode(observation.body).includes(control.contains);
}

/**
 * True where a handshake with a bare address was completed: whoever shows a certificate, if only that
 * of a name that was not called, has read the ClientHello and answered it.
 */
export function judgeAddress(observation: HttpObservation): boolean {
  const showsCertificate = [
    'ssl_unknown_authority',
    'ssl_invalid_hostname',
    'ssl_invalid_certificate',
  ].includes(observation.failure ?? '');
  return observation.valid && (showsCertificate || observation.httpStatus !== null);
}

/** A valid conversation with any status but 451 and 5xx; a redirect may hide its status. */
export function isReached(seen: Seen): boolean {
  const answered = seen.httpStatus !== null || (seen.failure === null && seen.valid);
  return answered && seen.httpStatus !== 451 && !isServerError(seen.httpStatus);
}

function refusal(seen: Seen): Partial<Attempt> {
  const refused = seen.httpStatus === 451 || isServerError(seen.httpStatus);
  return refused ? { failure: 'http_request_failed', failedOperation: 'http_round_trip' } : {};
}

function isServerError(status: number | null): boolean {
  return status !== null && status >= 500 && status <= 599;
}
