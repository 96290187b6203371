import type { Resolver } from './schema.ts';

/** DoH resolvers in the order in which they are asked; the first works by address. */
export const resolvers: Resolver[] = [
  {
    id: 'cloudflare-ip',
    url: 'https://1.1.1.1/dns-query',
    national: false,
    source: 'Cloudflare docs',
    confidence: 'seen',
    note: 'By address: alive in Russia on 28 August 2026, in trouble at MTS and Beeline in September 2026.',
  },
  {
    id: 'adguard',
    url: 'https://dns.adguard-dns.com/dns-query',
    national: false,
    source: 'Runnin4ik/dpi-detector:config.yml',
    confidence: 'seen',
  },
  {
    id: 'google',
    url: 'https://dns.google/dns-query',
    national: false,
    source: 'Runnin4ik/dpi-detector:config.yml',
    confidence: 'seen',
    note: 'Blocked in Russia on 3 July and 21 August 2026.',
  },
  {
    id: 'quad9',
    url: 'https://dns.quad9.net/dns-query',
    national: false,
    source: 'Quad9',
    confidence: 'seen',
    note: 'Name reported blocked in Russia on 21 August 2026.',
  },
  {
    id: 'cloudflare',
    url: 'https://cloudflare-dns.com/dns-query',
    national: false,
    source: 'Cloudflare docs',
    confidence: 'seen',
    note: 'Name reported blocked in some regions of Russia on 21 August 2026.',
  },
  {
    id: 'dnssb',
    url: 'https://doh.dns.sb/dns-query',
    national: false,
    source: 'public code (excerpt)',
    confidence: 'seen',
  },
  {
    id: 'yandex',
    url: 'https://common.dot.dns.yandex.net/dns-query',
    national: true,
    source: 'Runnin4ik/dpi-detector:config.yml; v2fly data/category-doh',
    confidence: 'seen',
    note: 'Domestic; may follow the National Domain Name System.',
  },
];
