import type { CountryData } from '../country-schema.ts';

/** No site is known to have been blocked for long. */
export const ET: CountryData = {
  country: 'ET',
  languages: ['am', 'en'],
  controls: [
    {
      id: 'et-fana',
      operator: 'Fana',
      url: 'https://www.fanabc.com/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/et.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'et-telecom',
      operator: 'Ethio Telecom',
      url: 'https://www.ethiotelecom.et/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'et-cbe',
      operator: 'CBE',
      url: 'https://combanketh.et/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Africa/Addis_Ababa', latitude: 9, longitude: 39 }],
};
