import { describe, expect, it } from 'vitest';
import { restoredSettings } from '../../../lib/backup/restored-settings.ts';
import type { BackedUpSettings } from '../../../lib/backup/schema/settings.ts';
import { settingsChanges } from '../../../lib/backup/settings-changes.ts';
import { backupSettings } from '../../../lib/model/backup.ts';
import { defaultAlertSettings } from '../../../lib/settings/alert-settings.ts';
import { usualSettings } from '../../helpers/written-backup.ts';

const club = { id: 'own-1', name: 'Club', url: 'https://club.example.org/', contains: null };
const services = [
  { id: 'chat', name: 'Chat', enabledByDefault: true },
  { id: 'far', name: 'Far', enabledByDefault: false, permissions: ['https://far.example/*'] },
];
const here = { services, permitted: true, fitsCatalog: true };

const settings = (part: Partial<BackedUpSettings> = {}): BackedUpSettings => ({
  ...usualSettings,
  checks: { ...usualSettings.checks, services: { far: true } },
  ownServices: [club],
  catalogFile: '{}',
  ...part,
});

describe('settings of a backup', () => {
  it('are taken over where the browser permits what they need', () => {
    expect(restoredSettings(settings(), here)).toEqual(settings());
  });

  it('leave off what the browser does not permit, and the catalogue as it is', () => {
    const { checks, ownServices, ...others } = restoredSettings(settings(), {
      ...here,
      permitted: false,
    });

    expect(checks).toMatchObject({ services: { far: false, 'own-1': false } });
    expect(ownServices).toEqual([club]);
    expect(others).not.toHaveProperty('catalogFile');
  });

  it('leave the catalogue as it is where that of the file cannot be used, but go back to the one that is built in', () => {
    const unfit = { ...here, fitsCatalog: false };

    expect(restoredSettings(settings(), unfit)).not.toHaveProperty('catalogFile');
    expect(restoredSettings(settings({ catalogFile: null }), unfit).catalogFile).toBeNull();
  });

  it('leave something to check', () => {
    const checks = { ...usualSettings.checks, services: { chat: false, far: true } };

    const restored = restoredSettings(settings({ checks, ownServices: [] }), {
      ...here,
      permitted: false,
    });

    expect(restored.checks).toMatchObject({ services: {} });
  });
});

describe('what would be set otherwise', () => {
  const timeZone = 'Europe/Moscow';

  it('is nothing among the same, in whatever order', () => {
    const [one, other] = [
      { a: true, b: false },
      { b: false, a: true },
    ].map((chosen) => settings({ checks: { ...usualSettings.checks, services: chosen } }));

    expect(settingsChanges(one as never, other as never, timeZone)).toEqual([]);
  });

  it('is nothing where a choice is what happens without one', () => {
    const chosen = settings({ routing: { ...usualSettings.routing, showRouting: true } });

    expect(settingsChanges(settings(), chosen, timeZone)).toEqual([]);
    expect(settingsChanges(settings(), chosen, 'Asia/Tehran')).toEqual(['showRouting']);
  });

  it('is named', () => {
    const other = settings({
      checks: { ...usualSettings.checks, everyMinutes: 60, services: { far: false } },
      routing: { ...usualSettings.routing, recordExit: true },
      ownServices: [],
      language: 'ru',
    });

    const found = settingsChanges(settings(), other, timeZone);

    expect(found).toEqual(['everyMinutes', 'services', 'recordExit', 'ownServices', 'language']);
  });

  it('is nothing about alerts where the backup has none, and then they stay as they are', () => {
    const { alerts: _alerts, ...older } = settings();
    const present = settings({ alerts: { ...defaultAlertSettings, isOn: true } });

    expect(settingsChanges(present, older, timeZone)).toEqual([]);
    expect(settingsChanges(present, settings(), timeZone)).toEqual(['alerts']);
    expect(restoredSettings(older, here)).not.toHaveProperty('alerts');
  });

  it('has a name for every setting', () => {
    const { checks, routing, ...others } = usualSettings;
    const names = Object.keys({ ...checks, ...routing, showRouting: true, ...others });

    expect(names.toSorted()).toEqual([...backupSettings].toSorted());
  });
});
