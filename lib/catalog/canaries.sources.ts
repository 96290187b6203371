import type { Sources } from './provenance.ts';

export const canarySources: Sources = {
  byId: {
    'web.whatsapp.com': {
      source: 'RBC, 12 February 2026 (removal of 11 to 12 February 2026)',
      confidence: 'seen',
    },
    'www.messenger.com': { source: 'RBC, 12 February 2026 (messenger.com)', confidence: 'seen' },
  },
};
