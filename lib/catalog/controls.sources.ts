import type { Sources } from './provenance.ts';

export const controlSources: Sources = {
  byId: {
    gstatic: {
      source: 'citizenlab/test-lists:lists/global.csv; v2fly data/connectivity-check',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    cloudflare: {
      source: 'general practice',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'Some Cloudflare subnets have been filtered in Russia since June to August 2026.',
    },
    wikipedia: {
      source: 'hyperion-cs/dpi-checkers cidrwhitelist',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    firefox: {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    microsoft: {
      source:
        'MicrosoftDocs/windows-itpro-docs:windows/privacy/manage-windows-11-endpoints.md (host); LGiki/no-internet-secured-fixer:servers.json (path and text)',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
    'cloudflare-address': {
      source: 'Cloudflare docs',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Needs no name lookup, so it answers even when only the resolver is broken.',
    },
    'google-address': {
      source: 'Google Public DNS docs: DNS over HTTPS at https://8.8.8.8/',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Its certificate covers the address.',
    },
    'quad9-address': {
      source: 'Quad9 docs: DNS over HTTPS at https://9.9.9.9/',
      confidence: 'seen',
      reviewed: '2026-11-27',
      note: 'Its certificate covers the address. As a resolver it filters, but no name is asked for here.',
    },
    'application-dns': {
      source: 'Mozilla: canary domain',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Resolvers of households and schools withhold it, so that Firefox leaves names to them.',
    },
    advertising: {
      source: 'EasyList; Pi-hole and AdGuard default lists',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'On the default lists of filters against advertising.',
    },
  },
};
