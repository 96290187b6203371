import type { Site } from './schema.ts';

const list = 'itdoginfo/allow-domains Russia/outside-raw.lst';

/** Russian sites that refuse callers from abroad. */
export const homeOnlySites: Site[] = [
  {
    id: 'gosuslugi',
    url: 'https://www.gosuslugi.ru/',
    source: list,
    confidence: 'seen',
    note: 'May show a certificate of the national authority, which browsers do not know: it then has no say.',
  },
  {
    id: 'pochta',
    url: 'https://www.pochta.ru/',
    source: list,
    confidence: 'seen',
  },
];
