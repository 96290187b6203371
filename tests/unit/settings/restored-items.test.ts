import { expect, it } from 'vitest';
import { type Lockable, lockable } from '../../../lib/settings/organisation.ts';
import { restoredItems } from '../../../lib/settings/restored-items.ts';
import { anOrganisation, someSettings } from '../../helpers/settings.ts';

/** What somebody else had chosen throughout. */
const backup = {
  checks: someSettings({ agreed: false, everyMinutes: 5, keptDays: 30 }),
  routing: {},
  ownServices: [{ id: 'own-a', name: 'Other', url: 'https://example.net/', contains: null }],
  language: 'ru',
};

function settingsHere(locked: Lockable[]) {
  return someSettings({
    everyMinutes: 60,
    keptDays: 365,
    organisation: anOrganisation({ locked }),
  });
}

it('is what the backup has, but for the yes and the organisation', () => {
  const here = settingsHere([]);

  expect(restoredItems(backup, here)).toEqual({
    ...backup,
    checks: { ...backup.checks, agreed: true, organisation: here.organisation },
  });
});

it('takes over nothing that is locked', () => {
  const here = settingsHere([...lockable]);

  expect(restoredItems(backup, here)).toEqual({
    routing: {},
    checks: { ...backup.checks, ...here },
  });
});
