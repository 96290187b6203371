import { recordWaiting } from '../../upload/record-waiting.ts';
import { readUpload } from '../upload.ts';

/**
 * Records a round, which waits to be sent where an upload is on that had begun before it. No upload may cost the record.
 */
export async function recordToSend(
  round: { id: string; startedAt: string },
  record: () => Promise<void>,
): Promise<void> {
  const upload = await readUpload().catch((error: unknown) => {
    console.error('A check will not be sent:', error);
    return null;
  });
  const isToBeSent = upload !== null && round.startedAt >= upload.since;
  await (isToBeSent ? recordWaiting(round, record) : record());
}
