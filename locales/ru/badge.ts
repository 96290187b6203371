import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Дозвон',
  'badge.none': 'Дозвон: проверок ещё не было',
  'badge.paused': 'Дозвон: пауза',
  'badge.stale': 'Дозвон: последняя проверка была больше шести часов назад',
  'badge.unknown': 'Дозвон: неизвестно, какие мессенджеры открываются',
  'badge.clear': 'Дозвон: блокировок не видно',
  'badge.part':
    '{count, plural, one {Дозвон: # мессенджер работает только частично} few {Дозвон: # мессенджера работают только частично} many {Дозвон: # мессенджеров работают только частично} other {Дозвон: # мессенджера работают только частично}}',
  'badge.narrow': 'Дозвон: работает только часть интернета',
  'badge.closed':
    '{count, plural, one {Дозвон: не открывается # мессенджер} few {Дозвон: не открываются # мессенджера} many {Дозвон: не открываются # мессенджеров} other {Дозвон: не открываются # мессенджера}}',
  'alert.discreet': 'Есть изменения.',
  'alert.unnamed': 'Изменилась доступность мессенджеров.',
  'alert.digest': 'Дозвон: за тихие часы',
  'alert.closed':
    '{count, plural, =1 {{names} не открывается.} one {{names} не открываются.} few {{names} не открываются.} many {{names} не открываются.} other {{names} не открываются.}}',
  'alert.down': 'Сбой у самого сервиса: {names}.',
  'alert.impaired':
    '{count, plural, =1 {{names} работает лишь частично.} one {{names} работают лишь частично.} few {{names} работают лишь частично.} many {{names} работают лишь частично.} other {{names} работают лишь частично.}}',
  'alert.ok':
    '{count, plural, =1 {{names} теперь открывается.} one {{names} теперь открываются.} few {{names} теперь открываются.} many {{names} теперь открываются.} other {{names} теперь открываются.}}',
};
