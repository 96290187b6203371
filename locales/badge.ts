/** All that the worker itself says; it loads no other texts. */
export const badgeEn = {
  'badge.none': 'Dozvon: not checked yet',
  'badge.unknown': 'Dozvon: not known which messengers open',
  'badge.clear': 'Dozvon: no blocking seen',
  'badge.closed':
    '{count, plural, one {Dozvon: # messenger does not get through} other {Dozvon: # messengers do not get through}}',
} as const satisfies Record<string, string>;

export type BadgeMessageId = keyof typeof badgeEn;

export const badgeRu: Record<BadgeMessageId, string> = {
  'badge.none': 'Дозвон: проверок ещё не было',
  'badge.unknown': 'Дозвон: неизвестно, какие мессенджеры открываются',
  'badge.clear': 'Дозвон: блокировок не видно',
  'badge.closed':
    '{count, plural, one {Дозвон: не открывается # мессенджер} few {Дозвон: не открываются # мессенджера} many {Дозвон: не открываются # мессенджеров} other {Дозвон: не открываются # мессенджера}}',
};
