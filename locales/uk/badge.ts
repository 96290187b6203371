import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: перевірок ще не було',
  'badge.paused': 'Dozvon: пауза',
  'badge.stale': 'Dozvon: остання перевірка була понад шість годин тому',
  'badge.unknown': 'Dozvon: невідомо, які месенджери відкриваються',
  'badge.clear': 'Dozvon: блокувань не видно',
  'badge.again': 'Dozvon: потрібна ще одна перевірка',
  'badge.part':
    '{count, plural, one {Dozvon: # месенджер працює лише частково} few {Dozvon: # месенджери працюють лише частково} many {Dozvon: # месенджерів працюють лише частково} other {Dozvon: # месенджера працюють лише частково}}',
  'badge.narrow': 'Dozvon: працює лише частина інтернету',
  'badge.closed':
    '{count, plural, one {Dozvon: не відкривається # месенджер} few {Dozvon: не відкриваються # месенджери} many {Dozvon: не відкриваються # месенджерів} other {Dozvon: не відкриваються # месенджера}}',
  'alert.discreet': 'Є зміни.',
  'alert.unnamed': 'Змінилася доступність месенджерів.',
  'alert.digest': 'Dozvon: за тихі години',
  'alert.closed':
    '{count, plural, =1 {{names} не відкривається.} one {{names} не відкриваються.} few {{names} не відкриваються.} many {{names} не відкриваються.} other {{names} не відкриваються.}}',
  'alert.down': 'Збій сервісу: {names}.',
  'alert.impaired':
    '{count, plural, =1 {{names} працює лише частково.} one {{names} працюють лише частково.} few {{names} працюють лише частково.} many {{names} працюють лише частково.} other {{names} працюють лише частково.}}',
  'alert.ok':
    '{count, plural, =1 {{names} тепер відкривається.} one {{names} тепер відкриваються.} few {{names} тепер відкриваються.} many {{names} тепер відкриваються.} other {{names} тепер відкриваються.}}',
};
