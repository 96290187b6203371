import '../../helpers/loaded-texts.ts';
import { expect, it } from 'vitest';
import { createBadgeText } from '../../../lib/i18n/badge-text.ts';
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
