import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon Araştırma',
  description:
    'Tarayıcınızdan hangi mesajlaşma uygulamaları açılıyor, diğerleri nasıl engelleniyor. Her şey bilgisayarınızda kalır.',
};
