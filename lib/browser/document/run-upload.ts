import { createHistory } from '../../history/open.ts';
import type { HistoryPlace } from '../../history/places.ts';
import { selectRounds } from '../../history/select-rounds.ts';
import { underOneKey } from '../../history/under-one-key.ts';
import { openOutbox } from '../../upload/outbox.ts';
import { sendWaiting } from '../../upload/send-waiting.ts';
import { sendMessage } from '../messaging.ts';

/** Sends what waits in the outbox, and tells the worker when to come again. */
export async function runUpload(): Promise<void> {
  const job = await sendMessage('getUploadJob');
  const outcome = job === null ? { againInMs: null } : await send(job.upload);
  await sendMessage('uploadEnded', outcome);
}

async function send(settings: Parameters<typeof sendWaiting>[0]['settings']) {
  const outbox = await openOutbox();
  const history = createHistory(readPlace);
  try {
    return await sendWaiting({
      outbox,
      settings,
      rounds: async function* (from) {
        yield* underOneKey(readPlace, selectRounds(await history(), { from }));
      },
      fetch: (input, init) => fetch(input, init),
      now: Date.now,
      random: Math.random,
      // The worker takes the page away where it must stop.
      signal: new AbortController().signal,
    });
  } finally {
    outbox.close();
  }
}

/** The page has no storage of its own to read it from (Chromium). */
async function readPlace(): Promise<HistoryPlace> {
  const job = await sendMessage('getUploadJob');
  if (job === null) throw new Error('The upload was turned off.');
  return job.place;
}
