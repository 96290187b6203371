import { readFact } from '../../history/facts.ts';
import { createHistory } from '../../history/open.ts';
import type { HistoryPlace } from '../../history/places.ts';
import { selectRounds } from '../../history/select-rounds.ts';
import { underOneKey } from '../../history/under-one-key.ts';
import type { UploadJob } from '../../messages/uploads.ts';
import { openOutbox } from '../../upload/outbox.ts';
import { sendWaiting } from '../../upload/send-waiting.ts';
import { sendMessage } from '../messaging.ts';

/** After a failure, or while a part of the history is being deleted. */
const againInMs = 600_000;

/** Sends what waits in the outbox, and tells the worker when to come again. */
export async function runUpload(): Promise<void> {
  const job = await sendMessage('getUploadJob');
  const outcome =
    job === null
      ? { againInMs: null }
      : await send(job).catch((error: unknown) => {
          console.error('The upload failed:', error);
          return { againInMs };
        });
  await sendMessage('uploadEnded', outcome);
}

async function send({ upload, place }: UploadJob) {
  const openHistory = createHistory(async () => place);
  const { seal, ...opened } = await openHistory();
  if (seal === null) throw new Error('The history cannot be opened.');
  const history = { ...opened, seal };
  // What a person has just deleted may still be there.
  if ((await readFact(history, 'omissions')) !== undefined) return { againInMs };
  const outbox = await openOutbox();
  try {
    return await sendWaiting({
      outbox,
      settings: upload,
      rounds: (from) => underOneKey(readPlace, selectRounds(history, { from })),
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
  if (job === null) throw new Error('The upload is to stop.');
  return job.place;
}
