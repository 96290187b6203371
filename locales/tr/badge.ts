import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: henüz denetlenmedi',
  'badge.paused': 'Dozvon: duraklatıldı',
  'badge.stale': 'Dozvon: son denetim altı saatten daha önceydi',
  'badge.unknown': 'Dozvon: hangi uygulamaların açıldığı bilinmiyor',
  'badge.clear': 'Dozvon: engelleme görülmüyor',
  'badge.part':
    '{count, plural, one {Dozvon: # uygulama yalnızca kısmen çalışıyor} other {Dozvon: # uygulama yalnızca kısmen çalışıyor}}',
  'badge.narrow': 'Dozvon: internetin yalnızca bir bölümü çalışıyor',
  'badge.closed':
    '{count, plural, one {Dozvon: # uygulama açılmıyor} other {Dozvon: # uygulama açılmıyor}}',
  'alert.discreet': 'Bir şey değişti.',
  'alert.unnamed': 'Hangi uygulamaların açıldığı değişti.',
  'alert.digest': 'Dozvon: sessiz saatlerde',
  'alert.closed': '{count, plural, one {{names} açılmıyor.} other {{names} açılmıyor.}}',
  'alert.down': 'Hizmetin kendisi arızalı: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} yalnızca kısmen çalışıyor.} other {{names} yalnızca kısmen çalışıyor.}}',
  'alert.ok': '{count, plural, one {{names} artık açılıyor.} other {{names} artık açılıyor.}}',
};
