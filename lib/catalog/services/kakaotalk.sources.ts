import type { Sources } from '../provenance.ts';

export const kakaotalkSources: Sources = {
  byId: {
    'kakaotalk/web': { source: 'general', confidence: 'general', reviewed: '2026-11-26' },
    'kakaotalk/download': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'By its headers alone.',
    },
    'kakaotalk/plain': {
      source: 'host or bare name of kakaotalk; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
