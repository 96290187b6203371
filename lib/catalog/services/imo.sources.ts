import type { Sources } from '../provenance.ts';

export const imoSources: Sources = {
  byId: {
    'imo/web': {
      source: 'cnews.ru 2026-02-04: fifth in Russia, calls working; host: general',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'people open links there (public code, excerpts)',
    },
    'imo/plain': {
      source: 'host or bare name of imo; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
