import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: әлі тексерілмеген',
  'badge.unknown': 'Dozvon: қай мессенджерлер ашылатыны белгісіз',
  'badge.clear': 'Dozvon: бұғаттау байқалмайды',
  'badge.closed':
    '{count, plural, one {Dozvon: # мессенджер ашылмайды} other {Dozvon: # мессенджер ашылмайды}}',
};
