import {
  type AlertChange,
  type AlertSettings,
  parseAlertSettings,
  withAlertChange,
} from '../../../settings/alert-settings.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';

const setting = storedItem<AlertSettings>('local', 'alerts');

/** For the worker; pages read them with `alert-settings.ts` of their own. */
export function readAlertSettings(): Promise<AlertSettings> {
  return betweenChanges(read);
}

/** Resolves with all settings after the change. For the worker alone, like those of checks. */
export function changeAlertSettings(change: AlertChange): Promise<AlertSettings> {
  return betweenChanges(async () => {
    const after = withAlertChange(await read(), change);
    await setting.write(after);
    return after;
  });
}

async function read(): Promise<AlertSettings> {
  return parseAlertSettings(await setting.read());
}
