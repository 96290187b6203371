import { expect, it } from 'vitest';
import { defaultRoutingSettings, parseRoutingSettings } from '../../../lib/routing/settings.ts';
import { exportRequest, offeredFormats, usualChoices } from '../../../lib/view/export-choices.ts';
import { anOrganisation, someSettings } from '../../helpers/settings.ts';

const circumstances = {
  language: 'ru',
  routingSettings: defaultRoutingSettings,
  checkSettings: someSettings(),
} as const;

it('asks for all rounds without any tick', () => {
  expect(exportRequest(usualChoices, circumstances)).toEqual({
    format: 'csv',
    from: null,
    to: null,
    services: null,
    dialect: 'comma',
    language: 'ru',
    options: {
      routing: false,
      addresses: false,
      label: null,
      timeZone: null,
    },
  });
});

it('has neither route nor addresses because an earlier version stored ticks', () => {
  const stored = { showRouting: true, exportRoute: true, exportAddresses: true };
  const theirs = {
    ...circumstances,
    routingSettings: parseRoutingSettings(stored, 'Europe/Moscow'),
  };

  expect(exportRequest(usualChoices, theirs).options).toMatchObject({
    routing: false,
    addresses: false,
  });
});

it('has a spreadsheet in Kazakh take numbers as that language writes them', () => {
  const theirs = { ...circumstances, language: 'kk' };

  expect(exportRequest(usualChoices, theirs).language).toBe('ru');
});

it('takes whole days by the clock of the person, the last one included', () => {
  const days = { firstDay: '2026-02-27', lastDay: '2026-02-28' };
  const { from, to } = exportRequest({ ...usualChoices, ...days }, circumstances);

  expect(new Date(from ?? '')).toEqual(new Date(2026, 1, 27));
  expect(new Date(to ?? '')).toEqual(new Date(2026, 2, 1));
});

it('takes a label without spaces around it, and local time by the zone of the clock', () => {
  const ticks = { label: '  at home ', localTime: true };
  const { options } = exportRequest({ ...usualChoices, ...ticks }, circumstances);

  expect(options.label).toBe('at home');
  expect(options.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(exportRequest({ ...usualChoices, label: '  ' }, circumstances).options.label).toBeNull();
});

it.each(offeredFormats)('takes the label that an organisation has set: %s', (format) => {
  const organisation = anOrganisation({ label: 'Office 3', locked: ['label'] });
  const theirs = { ...circumstances, checkSettings: someSettings({ organisation }) };
  const choices = { ...usualChoices, format };

  expect(exportRequest(choices, theirs).options.label).toBe('Office 3');
  expect(exportRequest({ ...choices, label: 'home' }, theirs).options.label).toBe('Office 3');
});
