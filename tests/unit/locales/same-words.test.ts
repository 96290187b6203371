import '../../helpers/loaded-texts.ts';
import { expect, it } from 'vitest';
import { createBadgeText } from '../../../lib/i18n/badge-text.ts';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';
import type { BadgeMessageId } from '../../../locales/en/badge.ts';

const badges = import.meta.glob<Record<BadgeMessageId, string>>('../../../locales/*/badge.ts', {
  eager: true,
  import: 'badge',
});

it.each(languages)('an alert calls an outage what pages call it in %s', (language) => {
  const messages = badges[`../../../locales/${language}/badge.ts`] as Record<
    BadgeMessageId,
    string
  >;
  const { t } = createText(language);

  const alert = createBadgeText(language, messages).t('alert.down', { names: 'Call', count: 1 });

  expect(alert).toBe(`${t('summary.down', { names: 'Call', count: 1, more: 0 })}.`);
});

it.each(languages)('it is told when the word is said that rows have in %s', (language) => {
  const { t } = dashboardText(language);
  const word = t('word.likely_blocked').toLocaleLowerCase(language);

  expect(t('about.repeated').toLocaleLowerCase(language)).toContain(word);
});

const texts = import.meta.glob<Record<string, Record<string, string>>>('../../../locales/*/*.ts', {
  eager: true,
});

/** Second words for what all other texts of the language call otherwise, and words that mean something else. */
it.each([
  [
    'be',
    /падобна(?! на)|просьбе|указаць|птушк|наўпрост|іншым шляхам(?!,)|у іншым месцы,|на баку сэрвісу/i,
  ],
  ['en', /another way\b(?!,)|elsewhere, so|directly|out of order|probably blocked|traffic takes/i],
  [
    'fa',
    /پرونده|انسداد|توقف موقت|اینترنت‌ده|ارائه‌ده|راه ترافیک|به نظر (?:نه|از)|[^ا]دیدنی|مستقیم|مسیر دیگر(?!ی، )|جای دیگری بیرون|احتمالاً مسدود/,
  ],
  ['kk', /тікелей|басқа (?:жолмен(?!,)|жерден)|бұғатталған сияқты|өзінде ақау/i],
  [
    'ru',
    /напрямую|другим путём|выходит в другом|похоже,? заблок|похоже на блок|у самого сервиса:/i,
  ],
  [
    'tr',
    /doğrudan|başka (?:bir )?y(?:oldan(?!, ya)|erden)|olasılıkla engelleniyor|kendisi arızalı/i,
  ],
  [
    'uk',
    /у самого сервісу|справа в |вилуч|знаходяться|поки (?:відкр|працює|не |це |невідомо)|напряму|іншим шляхом(?!,)|в іншому місці,|на боці сервісу/i,
  ],
  ['uz', /toʻgʻridan|boshqa (?:yoʻldan(?! yoki)|joydan)|bloklangan, shekilli|oʻzida nosozlik/i],
])('texts call a thing by its one word in %s', (language, others) => {
  const own = Object.entries(texts)
    .filter(([file]) => file.includes(`/locales/${language}/`))
    .flatMap(([, exported]) => Object.values(exported).flatMap((one) => Object.values(one)));

  expect(own.length).toBeGreaterThan(500);
  expect(own.filter((text) => others.test(text))).toEqual([]);
});
