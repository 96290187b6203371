import { onMessage, sendMessage } from '../messaging.ts';

/*
 * What a page needs once it has painted: the worker and the settings. Loaded after the first frame,
 * as the polyfill and the messaging beneath it would hold that up.
 */

export { saveLanguage } from '../language.ts';
export { isLastRoundLost } from '../lost-round.ts';
export { saveRoutingSettings } from '../settings.ts';
export { nextCheckAt } from '../worker/alarms.ts';
export { saveFile } from './save-file.ts';
export { onMessage };

/** A worker that sleeps takes a moment; one that is broken must not leave the page waiting. */
const answerLimitMs = 10_000;

export function readProgress() {
  return withinLimit(sendMessage('getProgress'));
}

export function startRound() {
  return withinLimit(sendMessage('startRound', { services: null }));
}

export function cancelRound() {
  return withinLimit(sendMessage('cancelRound'));
}

async function withinLimit<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => limit.reject(new Error('the worker did not answer')),
    answerLimitMs,
  );
  try {
    return await Promise.race([asked, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
