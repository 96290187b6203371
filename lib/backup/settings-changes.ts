import type { BackupSetting } from '../model/backup.ts';
import { backupSettings } from '../model/backup.ts';
import { parseRoutingSettings } from '../routing/settings.ts';
import type { BackedUpSettings } from './schema/settings.ts';

/**
 * Names of the settings that two have otherwise.
 * @param timeZone the clock's, an IANA name; whether the route is looked at may depend on it
 */
export function settingsChanges(
  before: BackedUpSettings,
  after: BackedUpSettings,
  timeZone: string,
): BackupSetting[] {
  // A backup without alerts leaves them as they are.
  const { alerts } = before;
  const one = flat(before, timeZone);
  const other = flat({ ...(alerts && { alerts }), ...after }, timeZone);
  return backupSettings.filter((name) => textOf(one[name]) !== textOf(other[name]));
}

function flat(
  { checks, routing, ...others }: BackedUpSettings,
  timeZone: string,
): Record<string, unknown> {
  return { ...checks, ...parseRoutingSettings(routing, timeZone), ...others };
}

/** The same for the same value, in whatever order its keys stand. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
