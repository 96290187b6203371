import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: әлі тексерілмеген',
  'badge.paused': 'Dozvon: кідіртілген',
  'badge.stale': 'Dozvon: соңғы тексеруден бері алты сағаттан көп уақыт өтті',
  'badge.unknown': 'Dozvon: қай мессенджерлер ашылатыны белгісіз',
  'badge.clear': 'Dozvon: бұғаттау байқалмайды',
  'badge.again': 'Dozvon: тағы бір тексеру керек',
  'badge.part':
    '{count, plural, one {Dozvon: # мессенджер ішінара ғана жұмыс істейді} other {Dozvon: # мессенджер ішінара ғана жұмыс істейді}}',
  'badge.narrow': 'Dozvon: интернеттің бір бөлігі ғана жұмыс істейді',
  'badge.closed':
    '{count, plural, one {Dozvon: # мессенджер ашылмайды} other {Dozvon: # мессенджер ашылмайды}}',
  'alert.discreet': 'Бірдеңе өзгерді.',
  'alert.unnamed': 'Қай мессенджерлер ашылатыны өзгерді.',
  'alert.digest': 'Dozvon: тыныш сағаттарда',
  'alert.closed': '{count, plural, one {{names} ашылмайды.} other {{names} ашылмайды.}}',
  'alert.down': 'Қызметте ақау: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} ішінара ғана жұмыс істейді.} other {{names} ішінара ғана жұмыс істейді.}}',
  'alert.ok': '{count, plural, one {{names} енді ашылады.} other {{names} енді ашылады.}}',
};
