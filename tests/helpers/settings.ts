import { type CheckSettings, defaultCheckSettings } from '../../lib/settings/check-settings.ts';
import type { Organisation } from '../../lib/settings/organisation.ts';

/** The choices of a person who agreed and changed nothing else. */
export function someSettings(overrides: Partial<CheckSettings> = {}): CheckSettings {
  return { ...defaultCheckSettings, agreed: true, ...overrides };
}

/** An organisation whose policy fits. */
export function anOrganisation(overrides: Partial<Organisation> = {}): Organisation {
  return {
    policy: '{}',
    locked: [],
    ownServices: [],
    upload: false,
    label: null,
    agreedBefore: false,
    problem: null,
    ...overrides,
  };
}
