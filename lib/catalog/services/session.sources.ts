import type { Sources } from '../provenance.ts';

export const sessionSources: Sources = {
  byId: {
    'session/web': {
      source: 'session-foundation/session-desktop:README.md',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'people download Session there',
    },
  },
};
