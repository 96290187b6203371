import type { Sources } from '../provenance.ts';

export const zoomSources: Sources = {
  byId: {
    'zoom/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'zoom/static': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'zoom/plain': {
      source: 'host or bare name of zoom; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
