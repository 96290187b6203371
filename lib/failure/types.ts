import type { FailedOperation } from '../model/attempt.ts';

/** What a browser's raw error code says, and no more than that. */
export interface Failure {
  /** OONI df-007 string, or `unknown_failure: <raw code>`; null where the server has answered. */
  failure: string | null;
  /** Null where the code does not tell the step. */
  operation: FailedOperation | null;
  /** False where the cause lies with the browser or this computer: no evidence about the network. */
  valid: boolean;
}

/**
 * One engine's classifier: raw code in, failure out.
 * @param afterMs milliseconds from the start of the attempt to the error
 */
export type ClassifyFailure = (code: string, afterMs?: number) => Failure;
