import '../../helpers/loaded-texts.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { fullEveryMs } from '../../../lib/model/plan.ts';
import { minutesToNextWatch } from '../../../lib/routing/watch.ts';
import { defaultInterval } from '../../../lib/settings/check-settings.ts';

const sixHoursMs = 6 * 60 * 60 * 1000;

it.each(languages)('people read how often checks come at the defaults in %s', (language) => {
  const { t } = dashboardText(language);
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  const often = ` ${new Intl.NumberFormat(language, unit).format(defaultInterval)}`;

  expect(t('first.short')).toContain(often);
  expect(t('first.often.text')).toContain(often);
  expect(t('reset.what')).toContain(often);
});

it.each([
  ['README.md', `every ${defaultInterval} minutes and when you ask`],
  ['store/review.md', `every ${defaultInterval} minutes at the defaults`],
  ['docs/visibility.md', `Every ${defaultInterval} minutes, sooner or later`],
  ['docs/visibility.ru.md', `Раз в ${defaultInterval} минут, чуть раньше`],
  ['docs/method.md', `At the defaults a round comes every ${defaultInterval} minutes`],
])('%s says the same', (file, often) => {
  expect(readFileSync(file, 'utf8')).toContain(often);
});

it.each([
  ['be', 'шэсць гадзін'],
  ['en', 'six hours'],
  ['fa', 'شش ساعت'],
  ['kk', 'алты сағат'],
  ['ru', 'шесть часов'],
  ['tr', 'altı saat'],
  ['uk', 'шість годин'],
  ['uz', 'olti soat'],
])('people read how often everything is checked in %s', (language, often) => {
  expect(fullEveryMs).toBe(sixHoursMs);
  expect(dashboardText(language).t('first.often.text')).toContain(often);
});

const watchSeconds = minutesToNextWatch(0) * 60;

it.each(languages)('people read how often the watch of the route asks in %s', (language) => {
  const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  const often = ` ${new Intl.NumberFormat(language, unit).format(watchSeconds)}`;

  expect(dashboardText(language).t('settings.watch.how')).toContain(often);
});

it.each([
  ['docs/permissions.md', `about every ${watchSeconds} seconds`],
  ['docs/visibility.md', `one such request about every ${watchSeconds} seconds`],
  ['docs/visibility.ru.md', `один такой запрос примерно раз в ${watchSeconds} секунд`],
])('%s says so, too', (file, often) => {
  expect(readFileSync(file, 'utf8')).toContain(often);
});
