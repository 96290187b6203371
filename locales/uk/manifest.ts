import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon для досліджень',
  description:
    'Які месенджери відкриваються з вашого браузера і як заблоковано інші. Усе залишається на вашому комп’ютері.',
};
