import type { Sources } from '../provenance.ts';

export const lineSources: Sources = {
  byId: {
    'line/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'line/api': {
      source: 'evex-dev/linejs:packages/linejs/base/request/mod.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'The host of the app; what it answers was found nowhere: no vote.',
    },
    'line/plain': {
      source: 'host or bare name of line; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
