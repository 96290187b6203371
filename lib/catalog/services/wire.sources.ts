import type { Sources } from '../provenance.ts';

export const wireSources: Sources = {
  byId: {
    'wire/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'wire/api': {
      source: 'wireapp/wire-web-packages:packages/api-client/src/env/Backend.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere: no vote.',
    },
    'wire/socket': {
      source: 'wireapp/wire-web-packages:packages/api-client/src/env/Backend.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere: no vote.',
    },
    'wire/assets': {
      source: 'wireapp/wire-web-packages:packages/certificate-check/src/pinningData.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere: no vote.',
    },
    'wire/plain': {
      source: 'host or bare name of wire; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
