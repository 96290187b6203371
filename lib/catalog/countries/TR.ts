import type { CountryData } from '../country-schema.ts';

export const TR: CountryData = {
  country: 'TR',
  languages: ['tr'],
  services: [
    {
      service: 'bip',
      on: true,
      source: 'straturka.com (January 2021): the messenger of Turkcell, an operator of the country',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
  ],
  controls: [
    {
      id: 'tr-hurriyet',
      operator: 'Hurriyet',
      url: 'https://www.hurriyet.com.tr/',
      pulse: true,
      candidate: true,
      source: 'citizenlab/test-lists:lists/tr.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tr-turkiye',
      operator: 'e-Devlet',
      url: 'https://www.turkiye.gov.tr/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'tr-ziraat',
      operator: 'Ziraat Bankasi',
      url: 'https://www.ziraatbank.com.tr/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    {
      id: 'tr-turkcell',
      operator: 'Turkcell',
      url: 'https://www.turkcell.com.tr/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockedCanaries: [
    {
      id: 'tr-roblox',
      url: 'https://www.roblox.com/',
      candidate: true,
      source: 'blocked since August 2024 (infobalkans.com)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      id: 'tr-wattpad',
      url: 'https://www.wattpad.com/',
      candidate: true,
      source: 'general knowledge',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  ],
  blockPages: [
    {
      bodies: [
        '5651 sayılı Kanun uyarınca Erişim Sağlayıcıları Birliği tarafından erişime engellenmiştir',
        'SULH CM kararıyla erişime engellenmiştir.',
        'sayılı Telekomünikasyon İletişim Başkanlığı kararıyla erişime engellenmiştir',
      ],
      source: 'censoredplanet/censoredplanet-analysis (Apache-2.0)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    {
      stubs: { 'stub-tr': ['195.175.254.2'] },
      source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  ],
  cities: [{ zone: 'Europe/Istanbul', latitude: 41, longitude: 29 }],
};
