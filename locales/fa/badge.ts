import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': '\u200FDozvon: هنوز بررسی نشده',
  'badge.paused': '\u200FDozvon: مکث',
  'badge.stale': '\u200FDozvon: آخرین بررسی بیش از شش ساعت پیش بود',
  'badge.unknown': '\u200FDozvon: معلوم نیست کدام پیام‌رسان‌ها باز می‌شوند',
  'badge.clear': '\u200FDozvon: مسدودسازی دیده نمی‌شود',
  'badge.again': '\u200FDozvon: یک بررسی دیگر لازم است',
  'badge.part':
    '{count, plural, one {\u200FDozvon: # پیام‌رسان فقط تا حدی کار می‌کند} other {\u200FDozvon: # پیام‌رسان فقط تا حدی کار می‌کنند}}',
  'badge.narrow': '\u200FDozvon: فقط بخشی از اینترنت کار می‌کند',
  'badge.closed':
    '{count, plural, one {\u200FDozvon: # پیام‌رسان باز نمی‌شود} other {\u200FDozvon: # پیام‌رسان باز نمی‌شوند}}',
  'alert.discreet': 'چیزی تغییر کرده است.',
  'alert.unnamed': 'دسترسی به پیام‌رسان‌ها تغییر کرده است.',
  'alert.digest': '\u200FDozvon: در ساعت‌های آرام',
  'alert.closed': '{count, plural, one {{names} باز نمی‌شود.} other {{names} باز نمی‌شوند.}}',
  'alert.down': 'خود سرویس خراب است: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} تا حدی کار می‌کند.} other {{names} تا حدی کار می‌کنند.}}',
  'alert.ok': '{count, plural, one {{names} اکنون باز می‌شود.} other {{names} اکنون باز می‌شوند.}}',
};
