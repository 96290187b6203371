import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: әлі тексерілмеген',
  'badge.paused': 'Dozvon: үзіліс',
  'badge.stale': 'Dozvon: соңғы тексеру алты сағаттан бұрын болды',
  'badge.unknown': 'Dozvon: қай мессенджерлер ашылатыны белгісіз',
  'badge.clear': 'Dozvon: бұғаттау байқалмайды',
  'badge.part':
    '{count, plural, one {Dozvon: # мессенджер ішінара ғана істейді} other {Dozvon: # мессенджер ішінара ғана істейді}}',
  'badge.narrow': 'Dozvon: интернеттің бір бөлігі ғана істейді',
  'badge.closed':
    '{count, plural, one {Dozvon: # мессенджер ашылмайды} other {Dozvon: # мессенджер ашылмайды}}',
  'alert.discreet': 'Бірдеңе өзгерді.',
  'alert.unnamed': 'Қай мессенджерлер ашылатыны өзгерді.',
  'alert.digest': 'Dozvon: тыныш сағаттарда',
  'alert.closed': '{count, plural, one {{names} ашылмайды.} other {{names} ашылмайды.}}',
  'alert.down': 'Қызметтің өзінде ақау: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} ішінара ғана істейді.} other {{names} ішінара ғана істейді.}}',
  'alert.ok': '{count, plural, one {{names} енді ашылады.} other {{names} енді ашылады.}}',
};
