import { describe, expect, it } from 'vitest';
import {
  defaultAlertSettings,
  parseAlertSettings,
  withAlertChange,
} from '../../../lib/settings/alert-settings.ts';

describe('the settings of alerts', () => {
  it('are off, without names, with quiet hours at night, where nobody has chosen anything', () => {
    expect(parseAlertSettings(undefined)).toEqual({
      isOn: false,
      showsNames: false,
      hasQuietHours: true,
      quietFrom: 23,
      quietTo: 8,
      pausedUntil: null,
      services: {},
    });
  });

  it.each([
    ['isOn', 'yes'],
    ['quietFrom', 24],
    ['quietFrom', -1],
    ['quietTo', 7.5],
    ['pausedUntil', 'resumed'],
    ['pausedUntil', '1 Dec 2026'],
    ['services', { chat: 'no' }],
  ])('take the default of %s where it is %j', (field, value) => {
    const stored = { ...defaultAlertSettings, showsNames: true, [field]: value };

    expect(parseAlertSettings(stored)).toEqual({ ...defaultAlertSettings, showsNames: true });
  });

  it('keep the services that are left out beside an entry that is damaged', () => {
    const services = { chat: 'no', mail: false };

    expect(parseAlertSettings({ ...defaultAlertSettings, services }).services).toEqual({
      mail: false,
    });
  });

  it('keep the services that a change leaves out', () => {
    const before = { ...defaultAlertSettings, services: { chat: false } };

    const after = withAlertChange(before, { quietTo: 9, services: { mail: false } });

    expect(after).toEqual({ ...before, quietTo: 9, services: { chat: false, mail: false } });
  });
});
