import { expect, it } from 'vitest';
import { applyChange } from '../../../lib/settings/apply-change.ts';
import {
  defaultCheckSettings,
  parseCheckSettings,
  type SettingsChange,
} from '../../../lib/settings/check-settings.ts';
import {
  isLocked,
  labelFor,
  lockedPart,
  refuseLocked,
} from '../../../lib/settings/organisation.ts';
import { resetSettings } from '../../../lib/settings/reset-settings.ts';
import { anOrganisation, someSettings } from '../../helpers/settings.ts';

const organisation = anOrganisation({ locked: ['everyMinutes', 'services'] });
const settings = someSettings({ everyMinutes: 60, services: { max: false }, organisation });
const locked = ['label' as const];
const catalog = [{ id: 'whatsapp', enabledByDefault: true }];

it('repeats nothing of an upload, which may have a password', () => {
  const withUpload = { organisation: { ...organisation, locked: ['upload' as const] } };

  expect(() =>
    refuseLocked(withUpload, { upload: { authorization: 'Bearer of-the-group' } }),
  ).toThrow(/^upload: found a value that is not shown, allowed: what the organisation has set$/);
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
  [{ services: { imo: true } }, 'services: found {"imo":true}, allowed: what the organisation'],
  [{ everyMinutes: null }, 'everyMinutes: found null, allowed: what the organisation has set'],
] satisfies [SettingsChange, string][])('refuses %j where it is locked', (change, message) => {
  expect(() => applyChange(settings, change, catalog)).toThrow(message);
});

it.each([
  { everyMinutes: 60 },
  { services: { max: false } },
  { services: {} },
] satisfies SettingsChange[])('lets %j pass, which is so already', (same) => {
  expect(applyChange(settings, { ...same, theme: 'dark' }, catalog)).toEqual({
    ...settings,
    theme: 'dark',
  });
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

it.each([
  ['none', {}, null, ''],
  ['what is typed', {}, 'home', 'home'],
  ['the organisation’s until something is typed', { label: 'Office 3' }, null, 'Office 3'],
  ['what is typed in its place', { label: 'Office 3' }, 'home', 'home'],
  ['none once it is cleared', { label: 'Office 3' }, '', ''],
  ['the organisation’s where it is locked', { label: 'Office 3', locked }, 'home', 'Office 3'],
  ['none where none is locked', { locked }, 'home', ''],
])('names the network by a label: %s', (_what, part, typed, label) => {
  expect(labelFor(someSettings({ organisation: anOrganisation(part) }), typed)).toBe(label);
});

it('names the network as a person types it where there is no organisation', () => {
  expect(labelFor(someSettings(), 'home')).toBe('home');
  expect(labelFor(someSettings(), null)).toBe('');
});

it('has no label where an earlier version has stored it', () => {
  const { label: _label, ...earlier } = organisation;

  expect(parseCheckSettings({ ...settings, organisation: earlier }).organisation).toEqual({
    ...organisation,
    label: null,
  });
});
