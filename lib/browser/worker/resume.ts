import type { RoundController } from '../../round/controller.ts';

/**
 * Resumes or closes the round of a worker that died; never rejects. Such a worker may have left its document open, and one
 * that sends must not see a round before it is recorded.
 */
export async function resume(
  controller: Pick<RoundController, 'resume'>,
  closeDocument: () => Promise<void>,
): Promise<void> {
  await closeDocument().catch(console.error);
  await controller.resume().catch((error) => console.error('Cannot resume:', error));
}
