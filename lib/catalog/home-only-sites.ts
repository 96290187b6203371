import type { Site } from './schema.ts';

/** Russian sites that refuse callers from abroad. */
export const homeOnlySites: Site[] = [
  { id: 'gosuslugi', url: 'https://www.gosuslugi.ru/' },
  { id: 'pochta', url: 'https://www.pochta.ru/' },
];
