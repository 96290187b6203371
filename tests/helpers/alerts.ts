import type { AlertMemory, ConfirmedState, News } from '../../lib/model/alert.ts';
import { type AlertSettings, defaultAlertSettings } from '../../lib/settings/alert-settings.ts';
import { at } from './clock.ts';

/** Alerts are on, and nothing else was chosen but to have no quiet hours. */
export function someAlertSettings(overrides: Partial<AlertSettings> = {}): AlertSettings {
  return { ...defaultAlertSettings, isOn: true, hasQuietHours: false, ...overrides };
}

export function someNews(overrides: Partial<News> = {}): News {
  return { service: 'chat', name: 'Chat', kind: 'closed', since: at(0), ...overrides };
}

export function aMemory(overrides: Partial<AlertMemory> = {}): AlertMemory {
  return { known: {}, news: [], isSettling: false, count: 0, shown: [], ...overrides };
}

export function aState(overrides: Partial<ConfirmedState> = {}): ConfirmedState {
  return { service: 'chat', name: 'Chat', state: 'ok', ...overrides };
}
