import { noTimings } from '../probe/timings.ts';
import type { HttpObservation } from './http.ts';

export interface Unasked {
  started: Date;
  /** Says why nobody was asked. */
  failure: string;
  totalMs: number | null;
}

/** A request that reached nobody and never will: no evidence of anything. */
export function unaskedOverHttp({ started, failure, totalMs }: Unasked): HttpObservation {
  return {
    startedAt: started.toISOString(),
    failure,
    failedOperation: null,
    browserError: null,
    valid: false,
    httpStatus: null,
    remoteIp: null,
    remoteIpKind: null,
    ...noTimings,
    totalMs,
    bytes: null,
    freezeAtBytes: null,
    redirectUrl: null,
    proxy: null,
    clockAheadDays: null,
    body: new Uint8Array(),
  };
}
