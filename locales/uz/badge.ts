import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: hali tekshirilmagan',
  'badge.unknown': 'Dozvon: qaysi messenjerlar ochilishi nomaʼlum',
  'badge.clear': 'Dozvon: bloklash koʻrinmayapti',
  'badge.closed':
    '{count, plural, one {Dozvon: # ta messenjer ochilmayapti} other {Dozvon: # ta messenjer ochilmayapti}}',
};
