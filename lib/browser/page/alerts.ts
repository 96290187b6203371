import { parseAlertSettings } from '../../settings/alert-settings.ts';
import {
  type AlertActions,
  type AlertSources,
  createAlertActions,
} from '../../view/actions/alert-actions.ts';
import type { PageStore } from '../../view/page/page-store.ts';
import type { Chrome } from './chrome.ts';
import { onPermissionsChanged } from './permissions.ts';

declare const chrome: Chrome;

const permission = { permissions: ['notifications'] };

const sources: AlertSources = {
  async readAlerts() {
    const [items, isPermitted] = await Promise.all([
      chrome.storage.local.get('alerts'),
      chrome.permissions.contains(permission),
    ]);
    return { settings: parseAlertSettings(items.alerts), isPermitted };
  },
  // What loads later may load later than a click comes.
  requestPermission: () => chrome.permissions.request(permission),
  removePermission: () => chrome.permissions.remove(permission),
  changeAlerts: async (change) => (await import('./link.ts')).changeAlerts(change),
};

/** What a person can do about alerts on the page of a store. */
export function createAlerts({ holder }: Pick<PageStore, 'holder'>): AlertActions {
  const actions = createAlertActions(sources, holder);
  onPermissionsChanged(actions.onReadAlerts);
  return actions;
}
