import type { Attempt } from '../model/attempt.ts';
import type { CallPath } from '../routing/call-path.ts';
import type { AskStun, StunRequest } from './ask-stun.ts';
import { noTimings } from './timings.ts';

/** An attempt, and beside it what is no part of one. */
export interface StunObservation {
  attempt: Omit<Attempt, 'n'>;
  callPath: CallPath;
}

export type ProbeStun = (request: StunRequest) => Promise<StunObservation>;

/** One STUN binding as an attempt. Never rejects but on `signal`. */
export function createStunProbe(dependencies: { askStun: AskStun; now: () => Date }): ProbeStun {
  const { askStun, now } = dependencies;
  return async (request) => {
    const startedAt = now().toISOString();
    const { ending, totalMs, callPath } = await askStun(request);
    request.signal.throwIfAborted();
    const attempt = {
      startedAt,
      ok: ending === 'told',
      failure: failures[ending],
      failedOperation: null,
      browserError: null,
      httpStatus: null,
      remoteIp: null,
      ...noTimings,
      totalMs,
      bytes: null,
      freezeAtBytes: null,
      valid: ending !== 'nothing',
    };
    return { attempt, callPath };
  };
}

const failures = {
  told: null,
  timeout: 'generic_timeout_error',
  refused: 'unknown_failure: icecandidateerror',
  nothing: 'unknown_failure',
} as const;
