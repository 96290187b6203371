import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Дозвон',
  researchName: 'Дозвон для исследований',
  description:
    'Какие мессенджеры открываются из вашего браузера и как заблокированы остальные. Всё остаётся на вашем компьютере.',
};
