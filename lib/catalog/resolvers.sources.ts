import type { Sources } from './provenance.ts';

export const resolverSources: Sources = {
  byId: {
    'cloudflare-ip': {
      source: 'Cloudflare docs',
      confidence: 'seen',
      note: 'By address: worked in Russia on 28 August 2026, had problems at MTS and Beeline in September 2026.',
    },
    adguard: { source: 'Runnin4ik/dpi-detector:config.yml', confidence: 'seen' },
    google: {
      source: 'Runnin4ik/dpi-detector:config.yml',
      confidence: 'seen',
      note: 'Blocked in Russia on 3 July and 21 August 2026.',
    },
    quad9: {
      source: 'Quad9',
      confidence: 'seen',
      note: 'Name reported blocked in Russia on 21 August 2026.',
    },
    cloudflare: {
      source: 'Cloudflare docs',
      confidence: 'seen',
      note: 'Name reported blocked in some regions of Russia on 21 August 2026.',
    },
    dnssb: { source: 'public code (excerpt)', confidence: 'seen' },
  },
};
