import type { Sources } from '../provenance.ts';

export const messengerSources: Sources = {
  byId: {
    'messenger/web': { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    'messenger/login': { source: 'general', confidence: 'general' },
    'messenger/push': {
      source: 'ooni/probe-cli:internal/experiment/fbmessenger:30 (TCP 443)',
      confidence: 'seen',
    },
    'messenger/static': {
      source: 'ooni/probe-cli:internal/experiment/fbmessenger (host family); path unverified',
      confidence: 'unverified',
    },
    'messenger/api': {
      source: 'ooni/probe-cli:internal/experiment/fbmessenger',
      confidence: 'seen',
    },
    'messenger/socket': { source: 'public code (excerpt)', confidence: 'seen' },
  },
};
