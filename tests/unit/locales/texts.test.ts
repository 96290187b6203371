import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languages, pickLanguage, traitsOf } from '../../../lib/i18n/languages.ts';
import { reasons } from '../../../lib/model/reason.ts';

type Texts = Record<string, string>;

const files = [
  'pages.ts',
  'dashboard.ts',
  'badge.ts',
  'agree.ts',
  'timeline.ts',
  'signals.ts',
  'manifest.ts',
  'language.ts',
];
const texts = import.meta.glob<Record<string, Texts>>('../../../locales/*/*.ts', { eager: true });
const states = ['ok', 'impaired', 'blocked', 'likely_blocked', 'down', 'insufficient'];
const roles = ['web', 'messages', 'media', 'calls', 'registration', 'api', 'login'];
const expectedIds = [
  ...reasons.map((reason) => `reason.${reason}`),
  ...['impaired', 'network'].map((state) => `state.${state}`),
  ...states.flatMap((state) => [`word.${state}`, `part.${state}`, `confirming.${state}`]),
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

/** The categories of every plural of a message, without exact numbers such as `=0`. */
function pluralsOf(tokens: unknown): string[][] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token) => {
    const [, type, choices] = Array.isArray(token) ? token : [];
    if (typeof choices !== 'object' || choices === null) return [];
    const { offset: _, ...cases } = choices;
    const inner = Object.values(cases).flatMap(pluralsOf);
    const categories = Object.keys(cases).filter((name) => !/^[=\d]/.test(name));
    return type === 'plural' ? [categories.toSorted(), ...inner] : inner;
  });
}

/** They hold nothing to translate, or what every language calls alike. */
const sameEverywhere = /^(?:Dozvon|ms|\{\w+(?:, number)?\}|\P{L})*$/u;

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
    ...textsOf(language, 'timeline.ts'),
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

  it('have each plural for all numbers of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const whole = pluralCategories.toSorted().join();
    const lacking = Object.entries(messages).filter(([, message]) =>
      pluralsOf(compileMessageOrThrow(message)).some(
        (categories) => categories.join() !== 'other' && categories.join() !== whole,
      ),
    );

    expect(lacking).toEqual([]);
  });

  it('take the values of the English ones', () => {
    const different = Object.keys(english).filter(
      (id) => argumentsOf(messages[id] ?? '').join() !== argumentsOf(english[id] ?? '').join(),
    );

    expect(different).toEqual([]);
  });
});

it.each(languages.filter((language) => language !== 'en'))('are translated into %s', (language) => {
  const translations = { ...messagesOf(language), ...textsOf(language, 'signals.ts') };
  const originals = { ...english, ...textsOf('en', 'signals.ts') };
  const untranslated = Object.entries(translations).filter(
    ([id, text]) => text === originals[id] && !sameEverywhere.test(text),
  );

  expect(untranslated).toEqual([]);
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

describe.each(languages)('the traits of %s', (language) => {
  it('have a name, and the direction in which it is read', () => {
    const { name, direction } = traitsOf(language);

    expect(name).toMatch(/^\p{L}[\p{L}\p{M}\u02BB]+$/u);
    expect(direction).toBe(/\p{Script=Arabic}/u.test(name) ? 'rtl' : 'ltr');
  });
});

it('tell which translations nobody has reviewed', () => {
  expect(languages.filter((language) => traitsOf(language).isReviewed)).toEqual(['en', 'ru']);
});
