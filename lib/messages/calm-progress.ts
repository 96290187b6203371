import type { RoundProgress } from '../model/progress.ts';

type SendProgress = (progress: RoundProgress | null) => void;
/** Null once the round is over. */
type ReadProgress = (() => RoundProgress) | null;

/** A round logs dozens of attempts in its first second, and each message has all pages draw their rows. */
const pauseMs = 250;

/**
 * Sends progress at once, and what follows within a pause only in its latest state. The end of a round does not
 * wait, and nothing of that round comes after it.
 */
export function calmProgress(send: SendProgress): (read: ReadProgress) => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: ReadProgress = null;

  function sendNow(read: ReadProgress) {
    clearTimeout(pause);
    latest = null;
    pause = read === null ? undefined : setTimeout(endPause, pauseMs);
    send(read === null ? null : read());
  }

  function endPause() {
    pause = undefined;
    if (latest !== null) sendNow(latest);
  }

  return (read) => {
    if (read === null || pause === undefined) sendNow(read);
    else latest = read;
  };
}
