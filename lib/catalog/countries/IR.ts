import type { CountryData } from '../country-schema.ts';

export const IR: CountryData = {
  country: 'IR',
  languages: ['fa'],
  routeOff: {
    source: 'general knowledge',
    confidence: 'general',
    reviewed: '2026-11-26',
  },
  services: [
    {
      service: 'bale',
      on: true,
      source: 'v2fly data/category-social-media-ir: a messenger of the country',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
  ],
  controls: [
    {
      id: 'ir-irna',
      operator: 'IRNA',
      url: 'https://www.irna.ir/',
      pulse: true,
      candidate: true,
      source: 'v2fly data/category-news-ir',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ir-aparat',
      operator: 'Aparat',
      url: 'https://www.aparat.com/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/ir.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ir-shaparak',
      operator: 'Shaparak',
      url: 'https://shaparak.ir/',
      candidate: true,
      source: 'v2fly data/category-bank-ir',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ir-mellat',
      operator: 'Bank Mellat',
      url: 'https://bankmellat.ir/',
      candidate: true,
      source: 'v2fly data/category-bank-ir',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 'ir-facebook',
      url: 'https://www.facebook.com/',
      candidate: true,
      source: 'Freedom House, Freedom on the Net 2025: since 2009',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ir-youtube',
      url: 'https://www.youtube.com/',
      candidate: true,
      source: 'Freedom House, Freedom on the Net 2025: since 2009',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ir-x',
      url: 'https://x.com/robots.txt',
      candidate: true,
      source: 'Freedom House, Freedom on the Net 2025: since 2009',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      hosts: ['10.10.34.34', '10.10.34.35', '10.10.34.36'],
      bodies: ['iframe src="http://10.10.34.', 'internet.ir/1-2', 'peyvandha.ir/1-2'],
      source:
        'citizenlab/filtering-annotations (BSD-3-Clause); censoredplanet/censoredplanet-analysis (Apache-2.0)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Tehran', latitude: 36, longitude: 51 }],
};
