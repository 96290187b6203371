import type { Attempt } from '../model/attempt.ts';
import type { CallExit } from '../model/route.ts';
import type { StunRequest } from '../probe/ask-stun.ts';
import type { StunExchange } from '../probe/stun.ts';
import { noTimings } from '../probe/timings.ts';

/** A STUN binding as an attempt, and the comparison of exits, which attempts do not contain. */
export interface StunObservation {
  attempt: Omit<Attempt, 'n'>;
  callExit: CallExit;
}

/** Makes one STUN binding and reads the answer. Rejects only on the request's signal. */
export type ProbeStun = (request: StunRequest) => Promise<StunObservation>;

/** Reads a STUN binding. Pure. */
export function observeStun({ started, conversation }: StunExchange): StunObservation {
  const { ending, totalMs, callExit } = conversation;
  const attempt = {
    startedAt: started.toISOString(),
    ok: ending === 'answered',
    failure: failures[ending],
    failedOperation: null,
    browserError: null,
    httpStatus: null,
    remoteIp: null,
    remoteIpKind: null,
    ...noTimings,
    totalMs,
    bytes: null,
    freezeAtBytes: null,
    valid: ending !== 'nothing',
  };
  return { attempt, callExit };
}

const failures = {
  answered: null,
  timeout: 'generic_timeout_error',
  refused: 'unknown_failure: icecandidateerror',
  nothing: 'unknown_failure',
} as const;
