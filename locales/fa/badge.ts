import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: هنوز بررسی نشده',
  'badge.unknown': 'Dozvon: معلوم نیست کدام پیام‌رسان‌ها باز می‌شوند',
  'badge.clear': 'Dozvon: انسدادی دیده نمی‌شود',
  'badge.closed':
    '{count, plural, one {Dozvon: # پیام‌رسان باز نمی‌شود} other {Dozvon: # پیام‌رسان باز نمی‌شوند}}',
};
