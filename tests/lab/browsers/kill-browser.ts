import type { LaunchedExtension } from './launch-extension.ts';
import { processesWith } from './processes.ts';

/** Ends all processes of the browser at once, as a power cut does but for the disk's own memory. */
export async function killBrowser({ extension, profile }: LaunchedExtension): Promise<void> {
  const closed = extension.context.waitForEvent('close');
  killProcesses(profile);
  await closed;
}

/** The same by a text of its command lines, such as the profile's path, where the browser may still be starting. */
export function killProcesses(text: string): void {
  for (const id of processesWith(text)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It ended together with another.
    }
  }
}
