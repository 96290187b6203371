import type { RestoredSettings } from '../model/history-switch.ts';
import { parseAlertSettings } from './alert-settings.ts';
import { type CheckSettings, parseCheckSettings } from './check-settings.ts';
import { isLocked, lockedPart } from './organisation.ts';
import { parseOwnServices } from './own-services.ts';

/**
 * What the browser's storage is to have of a backup's settings. Neither the yes of the first page nor what an organisation
 * has locked is ever taken from a file.
 */
export function restoredItems(settings: RestoredSettings, before: CheckSettings): object {
  const { checks, alerts, ownServices, language, ...others } = settings;
  const { agreed, organisation } = before;
  return {
    ...others,
    checks: { ...parseCheckSettings(checks), agreed, organisation, ...lockedPart(before) },
    ...(alerts !== undefined && { alerts: parseAlertSettings(alerts) }),
    ...(!isLocked(before, 'language') && { language }),
    ...(!isLocked(before, 'ownServices') && { ownServices: parseOwnServices(ownServices) }),
  };
}
