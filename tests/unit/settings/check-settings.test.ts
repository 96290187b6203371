import { describe, expect, it } from 'vitest';
import { defaultCheckSettings, parseCheckSettings } from '../../../lib/settings/check-settings.ts';

const chosen = {
  version: 1,
  agreed: true,
  everyMinutes: 60,
  pausedUntil: '2026-11-26T18:00:00.000Z',
  services: { viber: false },
  onNetworkChange: false,
  watchRoute: true,
  askThroughDetour: true,
  notWhileSavingData: true,
  notOnCellular: true,
  discreet: true,
  keptDays: 30,
  order: ['viber'],
  theme: 'dark',
  organisation: null,
} as const;

describe('stored settings of checks', () => {
  it('are read as they were chosen', () => {
    expect(parseCheckSettings(chosen)).toEqual(chosen);
  });

  it.each([null, undefined, 'yes', 7, { ...chosen, version: 2 }])(
    'are the defaults, without a yes, where they cannot be understood: %j',
    (stored) => {
      expect(parseCheckSettings(stored)).toEqual(defaultCheckSettings);
      expect(defaultCheckSettings.agreed).toBe(false);
    },
  );

  it.each([
    ['agreed', 'yes', false],
    ['everyMinutes', 1, 15],
    ['pausedUntil', 'some day', null],
    ['pausedUntil', '1 Dec 2026', null],
    ['services', { viber: 'off', max: false, vk: true, imo: null }, { max: false, vk: true }],
    ['services', 'viber', {}],
    ['onNetworkChange', 1, true],
    ['watchRoute', 'yes', false],
    ['askThroughDetour', 1, false],
    ['discreet', 'yes', false],
    ['keptDays', 3_650, 180],
    ['order', 'viber', []],
    ['theme', 'black', 'system'],
  ])('lose of %s alone what is damaged, where only it is', (field, damaged, meant) => {
    const settings = parseCheckSettings({ ...chosen, [field]: damaged });

    expect(settings).toEqual({ ...chosen, [field]: meant });
  });

  it('tell "only when asked" from nothing chosen', () => {
    expect(parseCheckSettings({ ...chosen, everyMinutes: null }).everyMinutes).toBeNull();
    expect(parseCheckSettings({ agreed: true }).everyMinutes).toBe(15);
  });
});
