import type { CountryData } from '../country-schema.ts';

export const BY: CountryData = {
  country: 'BY',
  languages: ['be', 'ru'],
  controls: [
    {
      id: 'by-belta',
      operator: 'BelTA',
      url: 'https://www.belta.by/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/by.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'by-onliner',
      operator: 'Onliner',
      url: 'https://www.onliner.by/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/by.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'by-belarusbank',
      operator: 'Belarusbank',
      url: 'https://belarusbank.by/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'by-beltelecom',
      operator: 'Beltelecom',
      url: 'https://beltelecom.by/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      hosts: ['82.209.230.23'],
      bodies: ['://www.velcom.by/mininfo/css/main.css', '://www.a1.by/mininfo/'],
      source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      bodies: ['на основании решения Министерства информации Республики Беларусь'],
      source: 'stolicaonego.ru quotes the page of Beltelecom, October 2025',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      stubs: { 'stub-mts-by': ['134.17.0.7'] },
      source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Europe/Minsk', latitude: 54, longitude: 28 }],
};
