import type { Sources } from '../provenance.ts';

export const sessionSources: Sources = {
  byId: {
    'session/web': {
      source: 'session-foundation/session-desktop:README.md',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'people download Session there',
    },
    'session/files': {
      source: 'session-foundation/session-desktop:ts/session/apis/index.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere: no vote. Messages go by nodes under keys of their own, at port 4443, which are left out.',
    },
  },
};
