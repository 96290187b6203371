import { expect, it } from 'vitest';
import { defaultCheckSettings } from '../../../lib/settings/check-settings.ts';
import { resetSettings } from '../../../lib/settings/reset-settings.ts';
import { someSettings } from '../../helpers/settings.ts';

it('is as at first, without deleting history, ending a pause or taking back the yes', () => {
  const stays = { agreed: true, pausedUntil: 'resumed', keptDays: 365 } as const;
  const before = someSettings({
    ...stays,
    everyMinutes: null,
    services: { viber: false, zoom: true, 'own-1': false },
    watchRoute: true,
    askThroughDetour: true,
    discreet: true,
    order: ['viber'],
    theme: 'dark',
  });

  const after = resetSettings(before);

  expect(after).toEqual({ ...defaultCheckSettings, ...stays, services: { 'own-1': false } });
});

it('gives no yes', () => {
  expect(resetSettings(someSettings({ agreed: false })).agreed).toBe(false);
});
