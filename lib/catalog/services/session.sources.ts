import type { Sources } from '../provenance.ts';

export const sessionSources: Sources = {
  byId: {
    'session/web': { source: 'general', confidence: 'general', reviewed: '2026-11-26' },
    'session/files': {
      source: 'session client sources (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Messages go by nodes under keys of their own, at port 4443, which are left out.',
    },
  },
};
