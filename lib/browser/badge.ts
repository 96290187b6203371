import { browser } from 'wxt/browser';
import { createText } from '../i18n/text.ts';
import type { Round } from '../round/types.ts';
import { badgeFor } from '../view/badge.ts';
import { readLanguage } from './language.ts';

/** Makes the toolbar button say what the latest round found. */
export async function showBadge(round: Round | null): Promise<void> {
  const { text, color, title } = badgeFor(round);
  const { say } = createText(await readLanguage());
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: say(title.id, title.values) }),
  ]);
}
