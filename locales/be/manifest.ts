import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'Dozvon для даследаванняў',
  description:
    'Якія месенджары адкрываюцца з вашага браўзера і як заблакаваны астатнія. Усё застаецца на вашым камп’ютары.',
};
