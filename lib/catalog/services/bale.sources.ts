import type { Sources } from '../provenance.ts';

export const baleSources: Sources = {
  byId: {
    'bale/web': {
      source: 'public code (excerpt); v2fly category-social-media-ir',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the page of the web client',
    },
    'bale/socket': {
      source: 'public code (excerpt); path unverified',
      confidence: 'unverified',
      reviewed: '2026-11-26',
      note: 'No vote until it was seen.',
    },
    'bale/plain': {
      source: 'host or bare name of bale; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
