import type { CountryData } from '../country-schema.ts';

/** Blocks are silence after the ClientHello, without a page. The state has forged certificates, 2021 to 2024. */
export const KZ: CountryData = {
  country: 'KZ',
  languages: ['kk', 'ru'],
  controls: [
    {
      id: 'kz-tengrinews',
      operator: 'Tengrinews',
      url: 'https://tengrinews.kz/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/kz.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'kz-egov',
      operator: 'eGov',
      url: 'https://egov.kz/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'kz-kaspi',
      operator: 'Kaspi',
      url: 'https://kaspi.kz/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'kz-telecom',
      operator: 'Kazakhtelecom',
      url: 'https://telecom.kz/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 'kz-change',
      url: 'https://www.change.org/',
      candidate: true,
      source: 'OONI, report on Kazakhstan, 2024',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'kz-ipetitions',
      url: 'https://www.ipetitions.com/',
      candidate: true,
      source: 'OONI, report on Kazakhstan, 2024',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
};
