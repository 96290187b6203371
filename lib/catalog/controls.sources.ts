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
      note: 'Cloudflare subnets are partly filtered in Russia since June to August 2026.',
    },
    wikipedia: { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'seen' },
    ya: { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'seen' },
    mail: { source: 'xtclovver/RKNHardering', confidence: 'seen' },
    firefox: { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    microsoft: { source: 'public code (excerpt)', confidence: 'seen' },
    'cloudflare-address': {
      source: 'Cloudflare docs',
      confidence: 'seen',
      note: 'Needs no name: it answers where only the name server is out of order.',
    },
  },
};
