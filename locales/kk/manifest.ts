import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon, зерттеуге арналған',
  description:
    'Браузеріңізден қай мессенджерлер ашылады және қалғандары қалай бұғатталған. Бәрі компьютеріңізде қалады.',
};
