import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Дозвон',
  'badge.none': 'Дозвон: проверок ещё не было',
  'badge.unknown': 'Дозвон: неизвестно, какие мессенджеры открываются',
  'badge.clear': 'Дозвон: блокировок не видно',
  'badge.closed':
    '{count, plural, one {Дозвон: не открывается # мессенджер} few {Дозвон: не открываются # мессенджера} many {Дозвон: не открываются # мессенджеров} other {Дозвон: не открываются # мессенджера}}',
};
