import type { RoundController } from '../../../round/controller.ts';
import { clearAlarm } from '../alarms.ts';

/**
 * Resumes or closes the round of a worker that died; never rejects. Such a worker may have left its document open, and one
 * that sends must not see a round before it is recorded.
 */
export async function resume(
  controller: Pick<RoundController, 'resume' | 'progress'>,
  closeDocument: () => Promise<void>,
): Promise<void> {
  await closeDocument().catch(console.error);
  await controller.resume().catch((error) => console.error('Cannot resume:', error));
  // One that died while labels were deepened leaves nothing to resume, and nobody else clears its watchdog.
  if (controller.progress() === null) await clearAlarm('watchdog').catch(console.error);
}
