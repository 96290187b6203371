import type { RoundProgress } from '../model/progress.ts';

type SendProgress = (progress: RoundProgress | null) => void;

/** A round logs dozens of attempts in its first second, and each message has all pages draw their rows. */
const pauseMs = 250;

/**
 * Sends progress at once, and what follows within a pause only in its latest state. The end of a round does not
 * wait, and nothing of that round comes after it.
 */
export function calmProgress(send: SendProgress): SendProgress {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: RoundProgress | null = null;

  function sendNow(progress: RoundProgress | null) {
    clearTimeout(pause);
    latest = null;
    pause = progress === null ? undefined : setTimeout(endPause, pauseMs);
    send(progress);
  }

  function endPause() {
    pause = undefined;
    if (latest !== null) sendNow(latest);
  }

  return (progress) => {
    if (progress === null || pause === undefined) sendNow(progress);
    else latest = progress;
  };
}
