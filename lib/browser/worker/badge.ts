import { browser } from 'wxt/browser';
import { createBadgeText } from '../../i18n/badge-text.ts';
import type { Round } from '../../model/round.ts';
import { badgeFor } from '../../view/badge.ts';
import { readLanguage } from '../language.ts';

/** Shows the result of the latest round on the toolbar button. */
export async function showBadge(round: Round | null): Promise<void> {
  const { text, color, title } = badgeFor(round);
  const { t } = createBadgeText(await readLanguage());
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: t(title.id, title.values) }),
  ]);
}
