import { browser } from 'wxt/browser';
import type { Round } from '../../model/round.ts';
import { badgeFor } from '../../view/badge.ts';
import { readCheckSettings } from '../check-settings.ts';
import { readLanguage } from '../language.ts';
import { loadBadgeText } from './badge-text.ts';

const icons = {
  own: { 16: '/icon/16.png', 32: '/icon/32.png' },
  plain: { 16: '/icon/plain-16.png', 32: '/icon/plain-32.png' },
};

/** Shows the result of the latest round on the toolbar button, unless the person wants it discreet. */
export async function showBadge(round: Round | null): Promise<void> {
  const settings = { ...(await readCheckSettings()), now: new Date() };
  const { icon, text, color, title } = badgeFor(round, settings);
  const { t } = await loadBadgeText(await readLanguage());
  await Promise.all([
    browser.action.setIcon({ path: icons[icon] }),
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: t(title.id, title.values) }),
  ]);
}
