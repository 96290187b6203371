import type { Sources } from './provenance.ts';

export const controlSources: Sources = {
  byId: {
    gstatic: {
      source: 'citizenlab/test-lists:lists/global.csv; v2fly data/connectivity-check',
      confidence: 'seen',
    },
    cloudflare: {
      source: 'general practice',
      confidence: 'general',
      note: 'Some Cloudflare subnets have been filtered in Russia since June to August 2026.',
    },
    wikipedia: { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'seen' },
    firefox: { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    microsoft: { source: 'public code (excerpt)', confidence: 'seen' },
    'cloudflare-address': {
      source: 'Cloudflare docs',
      confidence: 'seen',
      note: 'Needs no name lookup, so it answers even when only the resolver is broken.',
    },
    'google-address': {
      source: 'Google Public DNS docs: DNS over HTTPS at https://8.8.8.8/',
      confidence: 'seen',
      note: 'Its certificate covers the address.',
    },
    'quad9-address': {
      source: 'Quad9 docs: DNS over HTTPS at https://9.9.9.9/',
      confidence: 'seen',
      note: 'Its certificate covers the address.',
    },
  },
};
