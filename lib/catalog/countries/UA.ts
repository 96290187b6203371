import type { CountryData } from '../country-schema.ts';

/** What is blocked are sites of another country, which nobody at home is asked about: no canary. */
export const UA: CountryData = {
  country: 'UA',
  languages: ['uk'],
  services: [
    {
      service: 'vk',
      on: false,
      source: 'decree of May 2017, which blocked VK and Mail.ru (Interfax-Ukraine)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      service: 'max',
      on: false,
      source: 'of the owner of VK and Mail.ru, which are blocked there',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  controls: [
    {
      id: 'ua-president',
      operator: 'Office of the President',
      url: 'https://www.president.gov.ua/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/ua.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ua-rada',
      operator: 'Verkhovna Rada',
      url: 'https://www.rada.gov.ua/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/ua.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ua-privatbank',
      operator: 'PrivatBank',
      url: 'https://privatbank.ua/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'ua-kyivstar',
      operator: 'Kyivstar',
      url: 'https://kyivstar.ua/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      bodies: ['Блокування сайтів Указом Президента України від'],
      source: 'censoredplanet/censoredplanet-analysis (Apache-2.0)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Europe/Kiev', latitude: 50, longitude: 31 }],
};
