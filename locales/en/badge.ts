/** All that the worker itself says; it loads no other texts. */
export const badge = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: not checked yet',
  'badge.unknown': 'Dozvon: not known which messengers open',
  'badge.clear': 'Dozvon: no blocking seen',
  'badge.closed':
    '{count, plural, one {Dozvon: # messenger does not get through} other {Dozvon: # messengers do not get through}}',
} as const satisfies Record<string, string>;

export type BadgeMessageId = keyof typeof badge;
