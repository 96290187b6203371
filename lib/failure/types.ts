import type { FailedOperation } from '../model/attempt.ts';

/** The meaning of a browser's raw error code, and no more than that. */
export interface Failure {
  /** OONI df-007 string, or `unknown_failure: <raw code>`; null if the server answered. */
  failure: string | null;
  /** Null if the code does not reveal the step. */
  operation: FailedOperation | null;
  /** False if the cause lies with the browser or this computer: no evidence about the network. */
  valid: boolean;
}

/**
 * One engine's classifier: raw code in, failure out.
 * @param afterMs milliseconds from the start of the attempt to the error
 * @param unhindered neither an extension nor a proxy can have ended the request
 */
export type ClassifyFailure = (code: string, afterMs?: number, unhindered?: boolean) => Failure;
