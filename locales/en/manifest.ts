import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon Research',
  description:
    'Which messengers get through from your browser, and how the others are blocked. Everything stays on your computer.',
};
