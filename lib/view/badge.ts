import type { BadgeMessageId } from '../../locales/en/badge.ts';
import type { Message } from '../i18n/text.ts';
import type { Round } from '../model/round.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { isPaused } from '../settings/pause.ts';
import { isOutdated } from './route.ts';
import { needsAnother } from './service.ts';
import { askedServices, isBlockedService, isConclusive } from './summary.ts';

export interface Badge {
  icon: 'own' | 'plain';
  /** At most three characters; empty where the network is normal and no service is blocked or works in part. */
  text: string;
  color: string;
  title: Message<BadgeMessageId>;
}

const alarmColor = '#b3261e';
const partColor = '#8a5a00';
const unknownColor = '#5c6773';

/**
 * The toolbar button: how many services do not open; `!` where all do but most sites do not; `½` where some work only in
 * part; `?` where unknown, or seen too long ago. While checks are paused, it says that instead of what was seen before.
 */
export function badgeFor(
  round: Round | null,
  { discreet, now, ...settings }: Pick<CheckSettings, 'discreet' | 'pausedUntil'> & { now: Date },
): Badge {
  if (discreet) {
    return { icon: 'plain', text: '', color: unknownColor, title: { id: 'badge.discreet' } };
  }
  const result = isPaused(settings, now) ? paused : resultOf(round, now);
  return { icon: 'own', ...result };
}

const paused: Omit<Badge, 'icon'> = {
  text: 'II',
  color: unknownColor,
  title: { id: 'badge.paused' },
};

function resultOf(round: Round | null, now: Date): Omit<Badge, 'icon'> {
  if (!round) return { text: '?', color: unknownColor, title: { id: 'badge.none' } };
  if (isOutdated(round.finishedAt, now)) {
    return { text: '?', color: unknownColor, title: { id: 'badge.stale' } };
  }
  const { state } = round.network;
  const isNarrow = state === 'allowlist';
  if ((state !== 'normal' && !isNarrow) || !isConclusive(round)) {
    return { text: '?', color: unknownColor, title: { id: 'badge.unknown' } };
  }
  const count = askedServices(round).filter(isBlockedService).length;
  if (count === 0 && isNarrow)
    return { text: '!', color: alarmColor, title: { id: 'badge.narrow' } };
  if (count === 0) return withoutBlock(round);
  return {
    text: String(count),
    color: alarmColor,
    title: { id: 'badge.closed', values: { count } },
  };
}

function withoutBlock(round: Round): Omit<Badge, 'icon'> {
  const services = askedServices(round);
  const count = services.filter(({ state }) => state === 'impaired').length;
  const id = services.some(needsAnother) ? 'badge.again' : 'badge.clear';
  return count === 0
    ? { text: '', color: unknownColor, title: { id } }
    : { text: '½', color: partColor, title: { id: 'badge.part', values: { count } } };
}
