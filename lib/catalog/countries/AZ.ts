import type { CountryData } from '../country-schema.ts';

/** Blocks are silence, different by operator. No harmless site is known to be blocked. */
export const AZ: CountryData = {
  country: 'AZ',
  languages: ['az'],
  controls: [
    {
      id: 'az-report',
      operator: 'Report',
      url: 'https://report.az/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/az.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'az-egov',
      operator: 'e-Gov',
      url: 'https://www.e-gov.az/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'az-azercell',
      operator: 'Azercell',
      url: 'https://www.azercell.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Baku', latitude: 40, longitude: 50 }],
};
