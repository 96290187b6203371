import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: henüz denetlenmedi',
  'badge.unknown': 'Dozvon: hangi uygulamaların açıldığı bilinmiyor',
  'badge.clear': 'Dozvon: engelleme görülmüyor',
  'badge.closed':
    '{count, plural, one {Dozvon: # uygulama açılmıyor} other {Dozvon: # uygulama açılmıyor}}',
};
