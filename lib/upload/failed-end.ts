import { waitMs } from './back-off.ts';
import type { End, Later, Run } from './run.ts';

/** The end of a run after which nothing is sent for a while. */
export async function failedEnd({ outbox, random }: Run, { wait, problem }: Later): Promise<End> {
  const { failures } = await outbox.status();
  return { failed: true, againInMs: Math.ceil(waitMs(wait, failures + 1, random())), problem };
}
