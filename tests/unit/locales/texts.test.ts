import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languages, pickLanguage } from '../../../lib/i18n/languages.ts';
import { reasons } from '../../../lib/model/reason.ts';

type Texts = Record<string, string>;

const files = [
  'pages.ts',
  'dashboard.ts',
  'badge.ts',
  'agree.ts',
  'signals.ts',
  'manifest.ts',
  'language.ts',
];
const texts = import.meta.glob<Record<string, Texts>>('../../../locales/*/*.ts', { eager: true });
const states = ['ok', 'impaired', 'blocked', 'likely_blocked', 'down', 'insufficient'];
const roles = ['web', 'messages', 'media', 'calls', 'registration', 'api', 'login'];
const expectedIds = [
  ...reasons.map((reason) => `reason.${reason}`),
  ...states.flatMap((state) => [
    `state.${state}`,
    `word.${state}`,
    `part.${state}`,
    `confirming.${state}`,
  ]),
  ...roles.map((role) => `role.${role}`),
  ...['low', 'medium', 'high'].flatMap((confidence) => [
    `route.vpn_likely.${confidence}`,
    `quiet.vpn_likely.${confidence}`,
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
    ...textsOf(language, 'agree.ts'),
  };
}

const english = messagesOf('en');

describe.each(languages)('the texts in %s', (language) => {
  const messages = messagesOf(language);

  it.each(files)('have the ids of the English ones in %s, and no others', (file) => {
    const ids = Object.keys(textsOf(language, file));

    expect(ids).not.toEqual([]);
    expect(ids.toSorted()).toEqual(Object.keys(textsOf('en', file)).toSorted());
  });

  it('name and describe the extension to the browser', () => {
    const { name, description } = textsOf(language, 'manifest.ts');

    expect(name?.trim()).toBeTruthy();
    // The Chrome Web Store takes no more.
    expect(description).toMatch(/^.{1,132}$/u);
  });

  it('have a sentence for each signal', () => {
    const sentences = Object.values(textsOf(language, 'signals.ts'));

    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((one) => !/^[\p{Lu}\p{Lo}][^{}]*\.$/u.test(one))).toEqual([]);
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
  [['ru-RU'], 'ru'],
  [['en-GB', 'ru'], 'en'],
  [['zz-ZZ', 'ru'], 'ru'],
  [['zz'], 'en'],
  [[], 'en'],
])('are picked for a browser in %j as %s', (tags, language) => {
  expect(pickLanguage(tags)).toBe(language);
});
