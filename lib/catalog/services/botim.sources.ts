import type { Sources } from '../provenance.ts';

export const botimSources: Sources = {
  byId: {
    'botim/web': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the page of the web client',
    },
    'botim/site': { source: 'public code (excerpt)', confidence: 'seen', reviewed: '2026-11-26' },
    'botim/plain': {
      source: 'host or bare name of botim; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
