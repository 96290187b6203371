import type { Sources } from '../provenance.ts';

export const facetimeSources: Sources = {
  byId: {
    'facetime/web': {
      source: 'StressOzz/Zapret-Manager#325 (RU users: does not open, 2026-03)',
      confidence: 'seen',
      note: 'Only the web page for guest links; native signalling (APNs, UDP 3478-3497) cannot be tested.',
    },
    'facetime/join': { source: 'StressOzz/Zapret-Manager#325', confidence: 'seen' },
    'facetime/registration': { source: 'client traces', confidence: 'general' },
    'facetime/plain': { source: 'host of facetime/web', confidence: 'seen' },
  },
};
