import type { Control, Target } from '../catalog/schema.ts';
import { isTransfer } from '../diagnose/transfer.ts';
import type { Attempt } from '../round/types.ts';
import { failureOfBlockPage } from './fingerprint.ts';
import type { HttpObservation } from './http.ts';

/** Applies a target's rule to what was observed. */
export function judgeTarget(target: Target, n: number, observation: HttpObservation): Attempt {
  const { body: _body, redirectUrl: _redirectUrl, ...seen } = observation;
  const blockPage = seen.valid ? failureOfBlockPage(observation) : null;
  if (blockPage !== null) {
    return { n, ...seen, ok: false, failure: blockPage, failedOperation: 'http_round_trip' };
  }
  const privateAuthority =
    target.rule === 'cert_authority_error_or_http' && seen.failure === 'ssl_unknown_authority';
  // Without TLS there is nobody whose status could be believed: any answer shows the way is open.
  const plain = target.rule === 'plain_http_any' && seen.httpStatus !== null;
  if (plain || privateAuthority) return { n, ...seen, ok: true };
  // Of a transfer the headers alone are not enough.
  const whole = !isTransfer(target) || seen.failure === null;
  return { n, ...seen, ...refusal(seen), ok: isReached(seen) && whole };
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
