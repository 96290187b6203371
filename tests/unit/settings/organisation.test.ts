import { expect, it } from 'vitest';
import { applyChange } from '../../../lib/settings/apply-change.ts';
import {
  defaultCheckSettings,
  parseCheckSettings,
  type SettingsChange,
} from '../../../lib/settings/check-settings.ts';
import { isLocked, lockedPart, refuseLocked } from '../../../lib/settings/organisation.ts';
import { resetSettings } from '../../../lib/settings/reset-settings.ts';
import { anOrganisation, someSettings } from '../../helpers/settings.ts';

const organisation = anOrganisation({ locked: ['everyMinutes', 'services'] });
const settings = someSettings({ everyMinutes: 60, services: { max: false }, organisation });
const catalog = [{ id: 'whatsapp', enabledByDefault: true }];

it('repeats nothing of an upload, which may have a password', () => {
  const locked = { organisation: { ...organisation, locked: ['upload' as const] } };

  expect(() => refuseLocked(locked, { upload: { authorization: 'Bearer of-the-group' } })).toThrow(
    /^upload: found a value that is not shown, allowed: what the organisation has set$/,
  );
});

it('is kept as it is stored, and is none where it does not fit', () => {
  expect(parseCheckSettings(settings).organisation).toEqual(organisation);
  expect(parseCheckSettings({ ...settings, organisation: { locked: 5 } })).toMatchObject({
    organisation: null,
    everyMinutes: 60,
  });
  expect(defaultCheckSettings.organisation).toBeNull();
});

it.each([
  [{ everyMinutes: 5 }, 'everyMinutes: found 5, allowed: what the organisation has set'],
  [
    { theme: 'dark', services: { max: true } },
    'services: found {"max":true}, allowed: what the organisation has set',
  ],
] satisfies [SettingsChange, string][])('refuses %j where it is locked', (change, message) => {
  expect(() => applyChange(settings, change, catalog)).toThrow(message);
});

it('leaves all else to the person', () => {
  expect(applyChange(settings, { theme: 'dark' }, catalog)).toMatchObject({ theme: 'dark' });
  expect(isLocked(settings, 'keptDays')).toBe(false);
});

it('outlives a reset, with what is locked', () => {
  const reset = resetSettings({ ...settings, discreet: true });

  expect(reset).toMatchObject({
    everyMinutes: 60,
    services: { max: false },
    organisation,
    discreet: false,
  });
});

it('tells what is locked, as it is', () => {
  expect(lockedPart(settings)).toEqual({ everyMinutes: 60, services: { max: false } });
});
