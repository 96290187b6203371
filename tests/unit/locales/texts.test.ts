import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languages, pickLanguage } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';
import { reasons } from '../../../lib/model/reason.ts';

type Texts = Record<string, string>;

const root = path.resolve(import.meta.dirname, '../../..');
const files = ['pages.ts', 'dashboard.ts', 'badge.ts', 'signals.ts'];
const texts = import.meta.glob<Record<string, Texts>>('../../../locales/*/*.ts', { eager: true });
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

/** The texts of one file of a language, as its only value. */
function textsOf(language: string, file: string): Texts {
  const exported = Object.values(texts[`../../../locales/${language}/${file}`] ?? {});
  return exported[0] ?? {};
}

function messagesOf(language: string): Texts {
  return {
    ...textsOf(language, 'pages.ts'),
    ...textsOf(language, 'dashboard.ts'),
    ...textsOf(language, 'badge.ts'),
  };
}

/** The browser's own file of texts about the extension, as `id: text`. */
function manifestTextsOf(language: string): Texts {
  const file = path.join(root, 'public/_locales', language, 'messages.json');
  const entries: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(entries).map(([id, { message }]) => [id, message]));
}

const english = messagesOf('en');

it.each(['locales/*/pages.ts', 'public/_locales/*/messages.json'])(
  'are in %s for the languages to choose from',
  (pattern) => {
    const folders = globSync(pattern, { cwd: root }).map((file) =>
      path.basename(path.dirname(file)),
    );

    expect(folders.toSorted()).toEqual(languages.toSorted());
  },
);

describe.each(languages)('the texts in %s', (language) => {
  const messages = messagesOf(language);

  it.each(files)('have the ids of the English ones in %s, and no others', (file) => {
    const ids = Object.keys(textsOf(language, file));

    expect(ids).not.toEqual([]);
    expect(ids.toSorted()).toEqual(Object.keys(textsOf('en', file)).toSorted());
  });

  it('name and describe the extension to the browser', () => {
    const { name, description } = manifestTextsOf(language);

    expect(name?.trim()).toBeTruthy();
    // The Chrome Web Store takes no more.
    expect(description).toMatch(/^.{1,132}$/u);
  });

  it('have a sentence for each signal', () => {
    const sentences = Object.values(textsOf(language, 'signals.ts'));

    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((one) => !/^\p{Lu}[^{}]*\.$/u.test(one))).toEqual([]);
  });

  it.each(expectedIds)('have a message for %s', (id) => {
    expect(messages[id]?.trim()).toBeTruthy();
  });

  it.each(Object.entries(messages))('are well-formed for %s', (_, message) => {
    expect(() => compileMessageOrThrow(message)).not.toThrow();
  });

  it('name the service in every reason', () => {
    const nameless = reasons.filter((reason) => !messages[`reason.${reason}`]?.includes('{name}'));

    expect(nameless).toEqual([]);
  });

  it('take the values of the English ones', () => {
    const different = Object.keys(english).filter(
      (id) => argumentsOf(messages[id] ?? '').join() !== argumentsOf(english[id] ?? '').join(),
    );

    expect(different).toEqual([]);
  });
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
  [['zz-ZZ', 'ru'], 'ru'],
  [['zz'], 'en'],
  [[], 'en'],
])('are picked for a browser in %j as %s', (tags, language) => {
  expect(pickLanguage(tags)).toBe(language);
});
