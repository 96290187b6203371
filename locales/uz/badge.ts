import type { BadgeMessageId } from '../en/badge.ts';

export const badge: Record<BadgeMessageId, string> = {
  'badge.discreet': 'Dozvon',
  'badge.none': 'Dozvon: hali tekshirilmagan',
  'badge.paused': 'Dozvon: toʻxtatib turilgan',
  'badge.stale': 'Dozvon: oxirgi tekshiruv olti soatdan koʻproq oldin boʻlgan',
  'badge.unknown': 'Dozvon: qaysi messenjerlar ochilishi nomaʼlum',
  'badge.clear': 'Dozvon: bloklash koʻrinmayapti',
  'badge.again': 'Dozvon: yana bir tekshiruv kerak',
  'badge.part':
    '{count, plural, one {Dozvon: # ta messenjer faqat qisman ishlayapti} other {Dozvon: # ta messenjer faqat qisman ishlayapti}}',
  'badge.narrow': 'Dozvon: internetning bir qismigina ishlayapti',
  'badge.closed':
    '{count, plural, one {Dozvon: # ta messenjer ochilmayapti} other {Dozvon: # ta messenjer ochilmayapti}}',
  'alert.discreet': 'Nimadir oʻzgardi.',
  'alert.unnamed': 'Qaysi messenjerlar ochilishi oʻzgardi.',
  'alert.digest': 'Dozvon: sokin soatlarda',
  'alert.closed': '{count, plural, one {{names} ochilmayapti.} other {{names} ochilmayapti.}}',
  'alert.down': 'Xizmatda nosozlik: {names}.',
  'alert.impaired':
    '{count, plural, one {{names} faqat qisman ishlayapti.} other {{names} faqat qisman ishlayapti.}}',
  'alert.ok': '{count, plural, one {{names} endi ochiladi.} other {{names} endi ochiladi.}}',
};
