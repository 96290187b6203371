import { type BadgeText, createBadgeText } from '../../../i18n/badge-text.ts';
import type { Language } from '../../../i18n/languages.ts';

/** A worker may load no script by need, so that the build has its texts as data (`scripts/texts`). */
export async function loadBadgeText(language: Language): Promise<BadgeText> {
  const answer = await fetch(`/texts/${language}.json`);
  return createBadgeText(language, await answer.json());
}
