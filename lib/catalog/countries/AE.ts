import type { CountryData } from '../country-schema.ts';

/** Calls alone are blocked, which no request of a browser shows. No harmless site is known to be blocked. */
export const AE: CountryData = {
  country: 'AE',
  languages: ['ar', 'en'],
  routeOff: {
    source:
      'law on cybercrime: heavy fines for a VPN used for what is forbidden (worldstockmarket.net, 2020)',
    confidence: 'seen',
    reviewed: '2026-11-26',
  },
  services: [
    {
      service: 'botim',
      on: true,
      source:
        'oxfordbusinessgroup.com, The Report: Dubai 2019: calls with it have been licensed since 2017',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
  ],
  controls: [
    {
      id: 'ae-du',
      operator: 'du',
      url: 'https://www.du.ae/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/ae.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'ae-u',
      operator: 'Government of the Emirates',
      url: 'https://u.ae/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'ae-etisalat',
      operator: 'Etisalat',
      url: 'https://www.etisalat.ae/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'ae-nbd',
      operator: 'Emirates NBD',
      url: 'https://www.emiratesnbd.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      hosts: ['lighthouse.du.ae', 'proxy.etisalat.ae'],
      bodies: ['iframe src="http://proxy.etisalat.ae/'],
      source:
        'citizenlab/filtering-annotations (BSD-3-Clause); censoredplanet/censoredplanet-analysis (Apache-2.0)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Asia/Dubai', latitude: 25, longitude: 55 }],
  callLimits: ['whatsapp', 'facetime'].map((service) => ({
    service,
    since: '2020-01-01',
    source: 'worldstockmarket.net (2020); business-humanrights.org',
    confidence: 'seen',
    reviewed: '2026-11-26',
    note: 'Licensing of calls over the internet; 2025 and 2026 not confirmed.',
  })),
};
