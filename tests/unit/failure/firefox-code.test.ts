import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firefoxCodeOf } from '../../../lib/failure/firefox-code.ts';

const file = new URL('../../helpers/firefox-sentences.json', import.meta.url);
const sample: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

const languages = Object.entries(sample);

it.each([
  'ar',
  'be',
  'de',
  'en-US',
  'es-ES',
  'fa',
  'fr',
  'kk',
  'pl',
  'ru',
  'tr',
  'uk',
  'uz',
  'zh-CN',
])('the sample of sentences has the language %s', (language) => {
  expect(Object.keys(sample[language] ?? {})).toHaveLength(9);
});

describe.each(languages)('in the language %s', (_language, sentences) => {
  it.each(Object.entries(sentences))('the name of a sentence is %s', (name, sentence) => {
    expect(firefoxCodeOf(sentence)).toBe(name);
  });
});

describe('a sentence', () => {
  it.each([
    "Peer's Certificate has expired.",
    'Peer’s certificate has expired',
    'PEER’S  CERTIFICATE has\nexpired. ',
  ])('of another version has the same name: %j', (sentence) => {
    expect(firefoxCodeOf(sentence)).toBe('SEC_ERROR_EXPIRED_CERTIFICATE');
  });

  it.each(['Varmenne on vanhentunut.', 'Peer’s Certificate has not expired.', ''])(
    'that is in no table is an unknown one: %j',
    (sentence) => {
      expect(firefoxCodeOf(sentence)).toBe('UNKNOWN_SENTENCE');
    },
  );
});

it.each(['NS_ERROR_NET_RESET', 'NS_BINDING_ABORTED', 'SEC_ERROR_UNKNOWN_ISSUER'])(
  'a code stays as it is: %s',
  (code) => {
    expect(firefoxCodeOf(code)).toBe(code);
  },
);
