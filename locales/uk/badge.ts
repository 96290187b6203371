import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: перевірок ще не було',
  'badge.unknown': 'Dozvon: невідомо, які месенджери відкриваються',
  'badge.clear': 'Dozvon: блокувань не видно',
  'badge.closed':
    '{count, plural, one {Dozvon: не відкривається # месенджер} few {Dozvon: не відкриваються # месенджери} many {Dozvon: не відкриваються # месенджерів} other {Dozvon: не відкриваються # месенджера}}',
};
