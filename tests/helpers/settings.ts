import { type CheckSettings, defaultCheckSettings } from '../../lib/settings/check-settings.ts';

/** The choices of a person who agreed and changed nothing else. */
export function someSettings(overrides: Partial<CheckSettings> = {}): CheckSettings {
  return { ...defaultCheckSettings, agreed: true, ...overrides };
}
