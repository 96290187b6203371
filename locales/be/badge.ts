import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: праверак яшчэ не было',
  'badge.unknown': 'Dozvon: невядома, якія месенджары адкрываюцца',
  'badge.clear': 'Dozvon: блакаванняў не відаць',
  'badge.closed':
    '{count, plural, one {Dozvon: не адкрываецца # месенджар} few {Dozvon: не адкрываюцца # месенджары} many {Dozvon: не адкрываюцца # месенджараў} other {Dozvon: не адкрываюцца # месенджара}}',
};
