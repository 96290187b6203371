import { isDownload, isUpload } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import type { SilentConnection } from '../model/plan.ts';
import { startOfAttempt } from './attempt-times.ts';

/** A target with its attempts, as a round records it. */
interface Tried {
  kind: string;
  url: string;
  attempts: readonly Attempt[];
}

/** Whether not a byte came any more, so that nothing else comes over the attempt's connection either. */
export function fellSilent({ failure, failedOperation, freezeAtBytes }: Attempt): boolean {
  return (
    failure === 'generic_timeout_error' && (failedOperation !== 'read' || freezeAtBytes !== null)
  );
}

/** The connections on which transfers fell silent. */
export function silentConnectionsOf(tried: readonly Tried[]): SilentConnection[] {
  return (
    tried
      .filter((one) => isDownload(one) || isUpload(one))
      // A backup may have brought rounds with any text in its place.
      .filter(({ url }) => URL.canParse(url))
      .flatMap(({ url, attempts }) =>
        attempts
          .filter((attempt) => attempt.valid && fellSilent(attempt))
          .map((attempt) => ({ host: new URL(url).hostname, lastByteAt: lastByteOf(attempt) })),
      )
  );
}

/** Milliseconds since the epoch; the start where no byte came. */
export function lastByteOf(attempt: Attempt): number {
  return startOfAttempt(attempt) + (attempt.lastByteMs ?? 0);
}
