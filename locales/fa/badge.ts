import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: هنوز بررسی نشده',
  'badge.paused': 'Dozvon: مکث',
  'badge.stale': 'Dozvon: آخرین بررسی بیش از شش ساعت پیش بود',
  'badge.unknown': 'Dozvon: معلوم نیست کدام پیام‌رسان‌ها باز می‌شوند',
  'badge.clear': 'Dozvon: انسدادی دیده نمی‌شود',
  'badge.part':
    '{count, plural, one {Dozvon: # پیام‌رسان فقط تا حدی کار می‌کند} other {Dozvon: # پیام‌رسان فقط تا حدی کار می‌کنند}}',
  'badge.narrow': 'Dozvon: فقط بخشی از اینترنت کار می‌کند',
  'badge.closed':
    '{count, plural, one {Dozvon: # پیام‌رسان باز نمی‌شود} other {Dozvon: # پیام‌رسان باز نمی‌شوند}}',
  'alert.discreet': 'چیزی تغییر کرده است.',
  'alert.unnamed': 'دسترسی به پیام‌رسان‌ها تغییر کرده است.',
  'alert.digest': 'Dozvon: در ساعت‌های آرام',
  'alert.closed': '{count, plural, one {{names} باز نمی‌شود.} other {{names} باز نمی‌شوند.}}',
  'alert.down': 'خود سرویس خراب است: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} تا حدی کار می‌کند.} other {{names} تا حدی کار می‌کنند.}}',
  'alert.ok': '{count, plural, one {{names} اکنون باز می‌شود.} other {{names} اکنون باز می‌شوند.}}',
};
