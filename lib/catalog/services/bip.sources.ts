import type { Sources } from '../provenance.ts';

export const bipSources: Sources = {
  byId: {
    'bip/web': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the page of the web client',
    },
    'bip/api': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'What it answers was found nowhere: no vote.',
    },
    'bip/plain': {
      source: 'host or bare name of bip; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
