import type { UploadSettings } from '../../../settings/upload.ts';
import { recordWaiting } from '../../../upload/record-waiting.ts';
import { readUpload, saveUpload } from '../stored/upload.ts';

interface StartedRound {
  id: string;
  startedAt: string;
}

/**
 * Records a round, which waits to be sent where an upload is on that had begun before it. No upload may cost the record.
 */
export async function recordToSend(
  round: StartedRound,
  record: () => Promise<void>,
): Promise<void> {
  const isToBeSent = await belongsToUpload(round).catch((error: unknown) => {
    console.error('A check will not be sent:', error);
    return false;
  });
  await (isToBeSent ? recordWaiting(round, record) : record());
}

async function belongsToUpload({ startedAt }: StartedRound): Promise<boolean> {
  const upload = await readUpload();
  if (upload === null || startedAt >= upload.since) return upload !== null;
  if (!isAhead(upload)) return false;
  // The clock was set back, so nothing would be sent until it is there again. It is changed where it is stored, as what
  // a run sends is held against it, too.
  const { after } = await saveUpload((known) =>
    known !== null && isAhead(known) ? { ...known, since: startedAt } : known,
  );
  return after !== null && startedAt >= after.since;
}

/** Whether an upload begins later than now. */
function isAhead({ since }: UploadSettings): boolean {
  return since > new Date().toISOString();
}
