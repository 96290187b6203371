import { browser } from 'wxt/browser';
import { badgeEn, badgeRu } from '../../../locales/badge.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Round } from '../../model/round.ts';
import { badgeFor } from '../../view/badge.ts';
import { readLanguage } from '../language.ts';

const texts = { en: badgeEn, ru: badgeRu };

/** Shows the result of the latest round on the toolbar button. */
export async function showBadge(round: Round | null): Promise<void> {
  const { text, color, title } = badgeFor(round);
  const language = await readLanguage();
  const say = createTranslator(language, texts[language]);
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: say(title.id, title.values) }),
  ]);
}
