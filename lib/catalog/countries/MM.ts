import type { CountryData } from '../country-schema.ts';

export const MM: CountryData = {
  country: 'MM',
  languages: ['my'],
  routeOff: {
    source: 'law of January 2025 on cybersecurity; use is watched (humanrightsmyanmar.org)',
    confidence: 'seen',
    reviewed: '2026-11-26',
  },
  controls: [
    {
      id: 'mm-kbz',
      operator: 'KBZ Bank',
      url: 'https://www.kbzbank.com/',
      pulse: true,
      candidate: true,
      source: 'v2fly data/category-bank-mm',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'mm-aya',
      operator: 'AYA Bank',
      url: 'https://www.ayabank.com/',
      candidate: true,
      source: 'v2fly data/category-bank-mm',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'mm-mpt',
      operator: 'MPT',
      url: 'https://mpt.com.mm/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 'mm-facebook',
      url: 'https://www.facebook.com/',
      candidate: true,
      source: 'blocked since 4 February 2021 (Internet Society Pulse)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'mm-instagram',
      url: 'https://www.instagram.com/',
      candidate: true,
      source: 'blocked since 4 February 2021 (Internet Society Pulse)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'mm-x',
      url: 'https://x.com/robots.txt',
      candidate: true,
      source: 'blocked since 4 February 2021 (Internet Society Pulse)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      hosts: ['notice.myanmarnet.com'],
      bodies: [
        'blocked as per directive received from the Ministry of Transport and Communications of Myanmar',
      ],
      source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      stubs: { 'stub-mm': ['167.172.4.60'], 'stub-myanmarnet': ['59.153.90.11'] },
      source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Rangoon', latitude: 17, longitude: 96 }],
};
