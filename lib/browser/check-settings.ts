import { type CheckSettings, parseCheckSettings } from '../settings/check-settings.ts';
import { storedItem } from './stored-item.ts';

const setting = storedItem<CheckSettings>('local', 'checks');

/** The last change, which those who read wait for. */
let last: Promise<unknown> = Promise.resolve();

/** The settings of checks, for the worker; pages use `readStored`. */
export async function readCheckSettings(): Promise<CheckSettings> {
  await last;
  return read();
}

/**
 * Changes the settings, one change after the other, so that none is lost. For the worker alone: changes in
 * two places at once could undo each other.
 * @param change gets the present settings; where it throws, nothing changes
 */
export function changeCheckSettings(
  change: (before: CheckSettings) => CheckSettings | Promise<CheckSettings>,
): Promise<{ before: CheckSettings; after: CheckSettings }> {
  return betweenChanges(async () => {
    const before = await read();
    const after = await change(before);
    await setting.write(after);
    return { before, after };
  });
}

/** Runs a step while no change of the settings is under way. */
export function betweenChanges<Result>(step: () => Promise<Result>): Promise<Result> {
  const running = last.then(step);
  last = running.catch(() => undefined);
  return running;
}

async function read(): Promise<CheckSettings> {
  return parseCheckSettings(await setting.read());
}
