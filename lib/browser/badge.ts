import { browser } from 'wxt/browser';
import { enBadge } from '../../locales/en-badge.ts';
import { ruBadge } from '../../locales/ru-badge.ts';
import { createSayer } from '../i18n/sayer.ts';
import type { Round } from '../round/types.ts';
import { badgeFor } from '../view/badge.ts';
import { readLanguage } from './language.ts';

const texts = { en: enBadge, ru: ruBadge };

/** Makes the toolbar button say what the latest round found. */
export async function showBadge(round: Round | null): Promise<void> {
  const { text, color, title } = badgeFor(round);
  const language = await readLanguage();
  const say = createSayer(language, texts[language]);
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: say(title.id, title.values) }),
  ]);
}
