import type { BackedUpSettings } from '../../../backup/schema/settings.ts';
import { isLanguage } from '../../../i18n/languages.ts';
import { parseStoredRouting } from '../../../routing/settings.ts';
import { parseAlertSettings } from '../../../settings/alert-settings.ts';
import { parseCheckSettings } from '../../../settings/check-settings.ts';
import { parseOwnServices } from '../../../settings/own-services.ts';
import type { Chrome } from '../chrome.ts';

declare const chrome: Chrome;

const names = ['checks', 'routing', 'alerts', 'ownServices', 'catalogFile', 'language'];

/** What the person chose, as a backup has it. */
export async function readStoredSettings(): Promise<BackedUpSettings> {
  const items = await chrome.storage.local.get(names);
  const {
    version: _version,
    agreed: _agreed,
    organisation: _organisation,
    ...checks
  } = parseCheckSettings(items.checks);
  const { showRouting, ...routing } = parseStoredRouting(items.routing);
  const { catalogFile, language } = items;
  return {
    checks,
    routing: { ...routing, ...(showRouting !== undefined && { showRouting }) },
    alerts: parseAlertSettings(items.alerts),
    ownServices: parseOwnServices(items.ownServices),
    catalogFile: typeof catalogFile === 'string' ? catalogFile : null,
    language: isLanguage(language) ? language : null,
  };
}
