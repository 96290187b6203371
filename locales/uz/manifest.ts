import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon, tadqiqot uchun',
  description:
    'Brauzeringizdan qaysi messenjerlar ochiladi va boshqalari qanday bloklangan. Hammasi kompyuteringizda qoladi.',
};
