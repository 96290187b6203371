import '../../helpers/loaded-texts.ts';
import { describe, expect, it } from 'vitest';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';

const texts = import.meta.glob<Record<string, Record<string, string>>>('../../../locales/*/*.ts', {
  eager: true,
});

/** The texts of a language, of all its files, by id. */
function textsOf(language: string): [string, string][] {
  return Object.entries(texts)
    .filter(([file]) => file.startsWith(`../../../locales/${language}/`))
    .flatMap(([, exported]) => Object.values(exported).flatMap((one) => Object.entries(one)));
}

/** A name, a time or a bare number: its last sound, a text cannot know. */
const value = String.raw`\{\w+\}`;

describe('case endings depend on the last sound of a word, so in their place', () => {
  it.each([
    ['tr', 'd[ae]|saatine'],
    ['uz', 'dan|gacha|ga|da|ning|ni|bir qismi'],
    ['kk', 'дейін|бастап|кейін|[дт][ае]|бір бөлігі(?:нің)?'],
  ])('none follows a value in %s', (language, words) => {
    const ending = new RegExp(`${value}(?:[’'\\p{L}]| (?:${words})(?!\\p{L}))`, 'u');
    const all = textsOf(language);

    expect(all.length).toBeGreaterThan(600);
    expect(all.filter(([, text]) => ending.test(text))).toEqual([]);
  });
});

describe.each(languages)('one word has one meaning in %s', (language) => {
  const { t } = dashboardText(language);

  it('so turning off does not read as deleting', () => {
    expect(t('upload.off')).not.toBe(t('forget.question.yes'));
  });

  it('so resetting does not read as restoring a backup', () => {
    expect(t('reset.yes')).not.toBe(t('backup.restore'));
  });
});

it.each([
  ['en', /perhaps/i],
  ['ru', /возможно/i],
  ['tr', /belki/i],
  ['kk', /мүмкін/i],
  ['uz', /(?<!katta )ehtimol/i],
])('what is probable is not called merely possible in %s', (language, perhaps) => {
  const { t } = createText(language);

  expect(t('quiet.vpn_likely.low')).toMatch(perhaps);
  expect(t('why.blocked.medium')).not.toMatch(perhaps);
  expect(t('why.network.medium')).not.toMatch(perhaps);
});

it.each([
  ['tr', 'a disabled person', /(?<!\p{L})engelli(?!\p{L})/iu],
  ['tr', 'an inspection by an authority', /denet/iu],
  ['kk', 'a broken connection, of a pause', /үзіліс(?!\p{L})/iu],
])('no word in %s may be taken for %s', (language, _, word) => {
  expect(textsOf(language).filter(([, text]) => word.test(text))).toEqual([]);
});
