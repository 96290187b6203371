import { browser } from 'wxt/browser';
import type { Round } from '../../../model/round.ts';
import { createQueue } from '../../../steps/queue.ts';
import { badgeFor } from '../../../view/badge.ts';
import { readLanguage } from '../../language.ts';
import { storedItem } from '../../stored-item.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { loadBadgeText } from './badge-text.ts';

const icons = {
  own: { 16: '/icon/16.png', 32: '/icon/32.png' },
  plain: { 16: '/icon/plain-16.png', 32: '/icon/plain-32.png' },
};

/** What the toolbar button shows. Both end with the browser, and not with the worker. */
const shown = storedItem<string>('session', 'badge');

/** Else it might be noted that the button shows what another has replaced. */
const enqueue = createQueue();
/** How often this worker was asked to show something. */
let asked = 0;

/**
 * Shows the result of the latest round on the toolbar button, unless the person wants it discreet. To set an icon costs
 * the browser as much as several requests, so nothing is set that is shown already.
 */
export function showBadge(round: Round | null): Promise<void> {
  asked += 1;
  return enqueue(() => show(round));
}

/** The same of the round that is read, unless another was asked for meanwhile: that is as new or newer. */
export async function showLatest(read: () => Promise<Round | null>): Promise<void> {
  asked += 1;
  const mine = asked;
  const round = await read();
  if (mine === asked) await showBadge(round);
}

/**
 * Shows it as a worker starts, where the button does not show it from an earlier one.
 * @param latest reads the latest round
 */
export async function showFirstBadge(latest: () => Promise<Round | null>): Promise<void> {
  if ((await shown.read()) === null) await showLatest(latest);
}

async function show(round: Round | null): Promise<void> {
  const settings = { ...(await readCheckSettings()), now: new Date() };
  const badge = badgeFor(round, settings);
  const language = await readLanguage();
  const wanted = JSON.stringify({ ...badge, language });
  if ((await shown.read()) === wanted) return;
  const { icon, text, color, title } = badge;
  const { t } = await loadBadgeText(language);
  // What can be set in part only is nothing that is shown.
  await shown.remove();
  await Promise.all([
    browser.action.setIcon({ path: icons[icon] }),
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: t(title.id, title.values) }),
  ]);
  // Each start of a worker looks whether a pause is over; and of what was deleted nothing is left.
  if (round !== null && title.id !== 'badge.paused') await shown.write(wanted);
}
