import { type CheckSettings, parseCheckSettings } from '../../../settings/check-settings.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';

const setting = storedItem<CheckSettings>('local', 'checks');

/** The settings of checks, for the worker; pages use `readStored`. */
export function readCheckSettings(): Promise<CheckSettings> {
  return betweenChanges(read);
}

/**
 * Changes the settings, one change after the other.
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

async function read(): Promise<CheckSettings> {
  return parseCheckSettings(await setting.read());
}
