import {
  defaultRoutingSettings,
  parseRoutingSettings,
  type RoutingSettings,
} from '../../routing/settings.ts';

/** Pages read this copy of the settings synchronously, so that the first frame shows nothing hidden. */
const copyKey = 'routing';

/** For pages only: a worker has no `localStorage`. */
export function routingSettingsAtOnce(): RoutingSettings {
  try {
    return parseRoutingSettings(JSON.parse(localStorage.getItem(copyKey) ?? 'null'));
  } catch {
    return defaultRoutingSettings;
  }
}

export function keepCopyOfRouting(settings: RoutingSettings): void {
  localStorage.setItem(copyKey, JSON.stringify(settings));
}
