import { describe, expect, it } from 'vitest';
import { createBadgeText } from '../../../lib/i18n/badge-text.ts';
import type { Alert } from '../../../lib/model/alert.ts';
import { alertText } from '../../../lib/view/alert.ts';
import { badge as english } from '../../../locales/en/badge.ts';
import { badge as russian } from '../../../locales/ru/badge.ts';
import { someNews } from '../../helpers/alerts.ts';

const news = [
  someNews({ service: 'mail', name: 'Mail', kind: 'ok' }),
  someNews(),
  someNews({ service: 'talk', name: 'Talk' }),
  someNews({ service: 'call', name: 'Call', kind: 'down' }),
];
const alert: Alert = { number: 0, news, isDigest: false };
const named = { showsNames: true };
const open = { discreet: false };

const texts = { en: english, ru: russian };

function said(language: 'en' | 'ru', ...[one, settings, checks]: Parameters<typeof alertText>) {
  const { t } = createBadgeText(language, texts[language]);
  const { title, lines } = alertText(one, settings, checks);
  return [title, ...lines].map(({ id, values }) => t(id, values));
}

describe('what a notification says', () => {
  it('is the names by what became of them, the gravest first, if the person wants names', () => {
    expect(said('en', alert, named, open)).toEqual([
      'Dozvon',
      'Chat and Talk do not open.',
      'Service is down: Call.',
      'Mail opens now.',
    ]);
    expect(said('ru', alert, named, open)).toEqual([
      'Дозвон',
      'Chat и Talk не открываются.',
      'Сбой сервиса: Call.',
      'Mail теперь открывается.',
    ]);
  });

  it('speaks of twenty-one as of several', () => {
    const many = Array.from({ length: 21 }, (_, index) => someNews({ service: `${index}` }));

    const [, line] = said('ru', { ...alert, news: many }, named, open);

    expect(line).toMatch(/Chat не открываются\.$/);
  });

  it('names nobody else', () => {
    expect(said('en', alert, { showsNames: false }, open)).toEqual([
      'Dozvon',
      'Something has changed in which messengers open.',
    ]);
  });

  it.each([true, false])(
    'does not even mention messengers with a discreet look, names or not, of the night: %s',
    (isDigest) => {
      const discreet = { discreet: true };

      expect(said('en', { ...alert, isDigest }, named, discreet)).toEqual([
        'Dozvon',
        'Something has changed.',
      ]);
      expect(alertText({ ...alert, isDigest }, named, discreet).icon).toBe('plain');
    },
  );

  it('tells that it is about the quiet hours', () => {
    const [title] = said('en', { ...alert, isDigest: true }, named, open);

    expect(title).toBe('Dozvon: in the quiet hours');
  });
});
