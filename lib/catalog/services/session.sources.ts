import type { Sources } from '../provenance.ts';

export const sessionSources: Sources = {
  byId: {
    'session/web': {
      source: 'public code (excerpts): session’s tests, lists of apps',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the service’s own tests and lists of apps link to it',
    },
    'session/files': {
      source: 'session client sources (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'What it answers was found nowhere: no vote. Messages go by nodes under keys of their own, at port 4443, which are left out.',
    },
  },
};
