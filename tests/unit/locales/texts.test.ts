import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../lib/i18n/compile.ts';
import { languages, pickLanguage } from '../../../lib/i18n/languages.ts';
import { signalTexts } from '../../../lib/i18n/signal-texts.ts';
import { createText } from '../../../lib/i18n/text.ts';
import { reasons } from '../../../lib/model/reason.ts';
import { badgeEn, badgeRu } from '../../../locales/badge.ts';
import { dashboardEn } from '../../../locales/dashboard/en.ts';
import { dashboardRu } from '../../../locales/dashboard/ru.ts';
import { en } from '../../../locales/en.ts';
import { ru } from '../../../locales/ru.ts';

const catalogs = {
  en: { ...en, ...dashboardEn, ...badgeEn },
  ru: { ...ru, ...dashboardRu, ...badgeRu },
};
const ids = Object.keys(catalogs.en).filter(
  (id): id is keyof typeof catalogs.en => id in catalogs.en,
);
const states = ['ok', 'impaired', 'blocked', 'likely_blocked', 'down', 'insufficient'];
const networks = ['normal', 'allowlist', 'captive_portal', 'offline', 'degraded'];
const roles = ['web', 'messages', 'media', 'calls', 'registration', 'api', 'login'];
const expectedIds = [
  ...reasons.map((reason) => `reason.${reason}`),
  ...states.flatMap((state) => [`state.${state}`, `part.${state}`, `confirming.${state}`]),
  ...networks.map((network) => `network.${network}`),
  ...roles.map((role) => `role.${role}`),
  ...['low', 'medium', 'high'].flatMap((confidence) => [
    `confidence.${confidence}`,
    `route.vpn_likely.${confidence}`,
  ]),
];

function argumentsOf(message: string): string[] {
  return [
    ...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '')),
  ].toSorted();
}

describe.each(languages)('the texts in %s', (language) => {
  it('have a sentence of its own for each signal of the route', () => {
    const sentences = Object.values(signalTexts[language]);

    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((one) => !/^\p{Lu}[^{}]*\.$/u.test(one))).toEqual([]);
  });

  const catalog: Record<string, string> = catalogs[language];

  it.each(expectedIds)('have something to say for %s', (id) => {
    expect(catalog[id]?.trim()).toBeTruthy();
  });

  it.each(ids)('compile %s as Lingui’s own compiler does', (id) => {
    const message = catalogs[language][id];

    expect(compile(message)).toEqual(compileMessageOrThrow(message));
  });

  it('name the service in every reason', () => {
    const nameless = reasons.filter((reason) => !catalog[`reason.${reason}`]?.includes('{name}'));

    expect(nameless).toEqual([]);
  });
});

it('take the same values in every language', () => {
  const different = ids.filter(
    (id) => argumentsOf(catalogs.en[id]).join() !== argumentsOf(catalogs.ru[id]).join(),
  );

  expect(different).toEqual([]);
});

it.each([
  [1, 'Не открывается 1 мессенджер.'],
  [2, 'Не открываются 2 мессенджера.'],
  [5, 'Не открываются 5 мессенджеров.'],
  [11, 'Не открываются 11 мессенджеров.'],
  [21, 'Не открывается 21 мессенджер.'],
])('count %i closed messengers in right Russian', (count, words) => {
  expect(createText('ru').t('summary.closed', { count })).toBe(words);
});

it.each([
  [0, 'Не открылся ни один из 10 мессенджеров'],
  [1, 'Открывается 1 из 10 мессенджеров'],
  [2, 'Открываются 2 из 10 мессенджеров'],
  [5, 'Открываются 5 из 10 мессенджеров'],
])('count %i open messengers in right Russian', (open, words) => {
  expect(createText('ru').t('summary.open', { open, total: 10 })).toBe(words);
});

it.each([
  [1, 'Открывается 1 из 21 мессенджера'],
  [11, 'Открываются 11 из 21 мессенджера'],
])('put the total after %i of 21 into the right case', (open, words) => {
  expect(createText('ru').t('summary.open', { open, total: 21 })).toBe(words);
});

it.each([
  [1, '1 messenger does not get through.'],
  [2, '2 messengers do not get through.'],
])('count %i closed messengers in right English', (count, words) => {
  expect(createText('en').t('summary.closed', { count })).toBe(words);
});

it.each([
  [['ru-RU'], 'ru'],
  [['en-GB', 'ru'], 'en'],
  [['de-DE', 'ru'], 'ru'],
  [['kk'], 'en'],
  [[], 'en'],
])('are picked for a browser in %j as %s', (tags, language) => {
  expect(pickLanguage(tags)).toBe(language);
});
