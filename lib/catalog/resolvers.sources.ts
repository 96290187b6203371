import type { Sources } from './provenance.ts';

export const resolverSources: Sources = {
  byId: {
    'cloudflare-ip': {
      source: 'Cloudflare docs',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'By address: worked in Russia on 28 August 2026, had problems at MTS and Beeline in September 2026.',
    },
    adguard: {
      source: 'Runnin4ik/dpi-detector:config.yml',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'The name that filters nothing: dns.adguard-dns.com withholds what is on lists of advertising hosts, Viber in October 2023 (AdguardTeam/AdGuardSDNSFilter#1503).',
    },
    google: {
      source: 'Runnin4ik/dpi-detector:config.yml',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Blocked in Russia on 3 July and 21 August 2026.',
    },
    quad9: {
      source: 'Quad9 docs; Chromium net/dns/public/doh_provider_entry.cc',
      confidence: 'seen',
      reviewed: '2026-11-27',
      note: 'The name that filters nothing: dns.quad9.net withholds what is on lists of harmful hosts, and was reported blocked in Russia on 21 August 2026.',
    },
    cloudflare: {
      source: 'Cloudflare docs',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Name reported blocked in some regions of Russia on 21 August 2026.',
    },
    dnssb: { source: 'dns-sb/DoH:README.md', confidence: 'seen', reviewed: '2026-11-28' },
  },
};
