import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: henüz kontrol edilmedi',
  'badge.paused': 'Dozvon: duraklatıldı',
  'badge.stale': 'Dozvon: son kontrolün üzerinden altı saatten fazla geçti',
  'badge.unknown': 'Dozvon: hangi mesajlaşma uygulamalarının açıldığı bilinmiyor',
  'badge.clear': 'Dozvon: engelleme görülmüyor',
  'badge.again': 'Dozvon: bir kontrol daha gerekiyor',
  'badge.part':
    '{count, plural, one {Dozvon: # mesajlaşma uygulaması yalnızca kısmen çalışıyor} other {Dozvon: # mesajlaşma uygulaması yalnızca kısmen çalışıyor}}',
  'badge.narrow': 'Dozvon: internetin yalnızca bir bölümü çalışıyor',
  'badge.closed':
    '{count, plural, one {Dozvon: # mesajlaşma uygulaması açılmıyor} other {Dozvon: # mesajlaşma uygulaması açılmıyor}}',
  'alert.discreet': 'Bir şey değişti.',
  'alert.unnamed': 'Açılan mesajlaşma uygulamaları değişti.',
  'alert.digest': 'Dozvon: sessiz saatlerde',
  'alert.closed': '{count, plural, one {{names} açılmıyor.} other {{names} açılmıyor.}}',
  'alert.down': 'Hizmet arızalı: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} yalnızca kısmen çalışıyor.} other {{names} yalnızca kısmen çalışıyor.}}',
  'alert.ok': '{count, plural, one {{names} artık açılıyor.} other {{names} artık açılıyor.}}',
};
