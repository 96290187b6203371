/** All that the worker itself says; it loads no other texts. */
export const badge = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: not checked yet',
  'badge.paused': 'Dozvon: paused',
  'badge.stale': 'Dozvon: not checked for more than six hours',
  'badge.unknown': 'Dozvon: not known which messengers open',
  'badge.clear': 'Dozvon: no blocking seen',
  'badge.again': 'Dozvon: another check is needed',
  'badge.part':
    '{count, plural, one {Dozvon: # messenger works only in part} other {Dozvon: # messengers work only in part}}',
  'badge.narrow': 'Dozvon: only part of the internet works',
  'badge.closed':
    '{count, plural, one {Dozvon: # messenger does not open} other {Dozvon: # messengers do not open}}',
  'alert.discreet': 'Something has changed.',
  'alert.unnamed': 'Something has changed in which messengers open.',
  'alert.digest': 'Dozvon: in the quiet hours',
  'alert.closed': '{count, plural, one {{names} does not open.} other {{names} do not open.}}',
  'alert.down': 'Service is down: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} works only in part.} other {{names} work only in part.}}',
  'alert.ok': '{count, plural, one {{names} opens now.} other {{names} open now.}}',
} as const satisfies Record<string, string>;

export type BadgeMessageId = keyof typeof badge;
