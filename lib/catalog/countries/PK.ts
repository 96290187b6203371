import type { CountryData } from '../country-schema.ts';

export const PK: CountryData = {
  country: 'PK',
  languages: ['ur', 'en'],
  controls: [
    {
      id: 'pk-dawn',
      operator: 'Dawn',
      url: 'https://www.dawn.com/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/pk.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'pk-pta',
      operator: 'PTA',
      url: 'https://www.pta.gov.pk/',
      candidate: true,
      source: 'citizenlab/test-lists:lists/pk.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'pk-jazz',
      operator: 'Jazz',
      url: 'https://jazz.com.pk/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'pk-hbl',
      operator: 'HBL',
      url: 'https://www.hbl.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      hosts: [
        '119.73.65.87',
        'restrict.wateen.net',
        'restrictk.wateen.net',
        'redirect.wi-tribe.net.pk',
      ],
      bodies: ['prohibited for viewership from within Pakistan'],
      source:
        'citizenlab/filtering-annotations (BSD-3-Clause); censoredplanet/censoredplanet-analysis (Apache-2.0)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Karachi', latitude: 25, longitude: 67 }],
};
