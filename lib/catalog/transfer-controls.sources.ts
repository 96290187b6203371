import type { Sources } from './provenance.ts';

export const transferControlSources: Sources = {
  byId: {
    'wikipedia-download': {
      source: 'hyperion-cs/dpi-checkers cidrwhitelist (host)',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'An article of more than 40 kB; without a path the site only redirects.',
    },
    'gstatic-upload': {
      source: 'citizenlab/test-lists:lists/global.csv (host)',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'Any answer to the complete upload counts.',
    },
  },
};
