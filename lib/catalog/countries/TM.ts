import type { CountryData } from '../country-schema.ts';

/** Whole networks of hosters are blocked, so that most foreign sites fail: that alone is no allowlist. */
export const TM: CountryData = {
  country: 'TM',
  languages: ['tk', 'ru'],
  routeOff: {
    source: 'people were detained for one (turkmenistannewsgazette.com; cabar.asia)',
    confidence: 'seen',
    reviewed: '2026-11-26',
  },
  services: [
    {
      service: 'imo',
      on: true,
      source: 'Eurasia Media Network: the last messenger in use, blocked since August 2023',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  controls: [
    {
      id: 'tm-turkmenportal',
      operator: 'Turkmenportal',
      url: 'https://turkmenportal.com/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/tm.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tm-gov',
      operator: 'Government of Turkmenistan',
      url: 'https://www.turkmenistan.gov.tm/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/tm.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tm-belet',
      operator: 'Belet',
      url: 'https://belet.me/',
      candidate: true,
      source: 'v2fly data/category-tm',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tm-telecom',
      operator: 'Turkmentelecom',
      url: 'https://telecom.tm/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 'tm-youtube',
      url: 'https://www.youtube.com/',
      candidate: true,
      source: 'Qurium: dozens of sites and social networks blocked',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tm-facebook',
      url: 'https://www.facebook.com/',
      candidate: true,
      source: 'Qurium: dozens of sites and social networks blocked',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Ashgabat', latitude: 38, longitude: 58 }],
};
