import '../../helpers/loaded-texts.ts';
import { expect, it } from 'vitest';
import { createBadgeText } from '../../../lib/i18n/badge-text.ts';
import { languages, traitsOf } from '../../../lib/i18n/languages.ts';
import type { BadgeMessageId } from '../../../locales/en/badge.ts';

const badges = import.meta.glob<Record<BadgeMessageId, string>>('../../../locales/*/badge.ts', {
  eager: true,
  import: 'badge',
});

const isolated = /\u2068[^\u2069]*\u2069/g;

/** The direction that a browser gives to a text of its own: that of the first letter outside of isolates. */
function directionOf(text: string): 'rtl' | 'ltr' {
  const [first = ''] = text.replaceAll(isolated, '').match(/[\p{L}\u200E\u200F]/u) ?? [];
  return /[\u200F\p{Script=Arabic}]/u.test(first) ? 'rtl' : 'ltr';
}

it.each(languages)(
  'what stands outside of pages begins in the direction of %s, so that its numbers stay in place',
  (language) => {
    const messages = badges[`../../../locales/${language}/badge.ts`] as Record<
      BadgeMessageId,
      string
    >;
    const { t } = createBadgeText(language, messages);
    const ids = Object.keys(messages).filter((id) => id !== 'badge.discreet') as BadgeMessageId[];

    const wrong = ids.filter((id) => {
      const said = t(id, { names: ['Call'], count: 3 });
      return directionOf(said) !== traitsOf(language).direction;
    });

    expect(wrong).toEqual([]);
  },
);
