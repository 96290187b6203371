import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: праверак яшчэ не было',
  'badge.paused': 'Dozvon: паўза',
  'badge.stale': 'Dozvon: апошняя праверка была больш за шэсць гадзін таму',
  'badge.unknown': 'Dozvon: невядома, якія месенджары адкрываюцца',
  'badge.clear': 'Dozvon: блакаванняў не відаць',
  'badge.again': 'Dozvon: патрэбна яшчэ адна праверка',
  'badge.part':
    '{count, plural, one {Dozvon: # месенджар працуе толькі часткова} few {Dozvon: # месенджары працуюць толькі часткова} many {Dozvon: # месенджараў працуюць толькі часткова} other {Dozvon: # месенджара працуюць толькі часткова}}',
  'badge.narrow': 'Dozvon: працуе толькі частка інтэрнэту',
  'badge.closed':
    '{count, plural, one {Dozvon: не адкрываецца # месенджар} few {Dozvon: не адкрываюцца # месенджары} many {Dozvon: не адкрываюцца # месенджараў} other {Dozvon: не адкрываюцца # месенджара}}',
  'alert.discreet': 'Нешта змянілася.',
  'alert.unnamed': 'Змянілася даступнасць месенджараў.',
  'alert.digest': 'Dozvon: за ціхія гадзіны',
  'alert.closed':
    '{count, plural, =1 {Не адкрываецца} one {Не адкрываюцца} few {Не адкрываюцца} many {Не адкрываюцца} other {Не адкрываюцца}} {names}.',
  'alert.down': 'Збой сэрвісу: {names}.',
  'alert.impaired':
    '{count, plural, =1 {Часткова працуе} one {Часткова працуюць} few {Часткова працуюць} many {Часткова працуюць} other {Часткова працуюць}} {names}.',
  'alert.ok':
    '{count, plural, =1 {Цяпер адкрываецца} one {Цяпер адкрываюцца} few {Цяпер адкрываюцца} many {Цяпер адкрываюцца} other {Цяпер адкрываюцца}} {names}.',
};
