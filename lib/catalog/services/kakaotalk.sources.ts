import type { Sources } from '../provenance.ts';

export const kakaotalkSources: Sources = {
  byId: {
    'kakaotalk/web': {
      source: 'public code (excerpts): links to the operator',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the operator’s site, to which many sites link',
    },
    'kakaotalk/download': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'installation by scripts, as the excerpt shows',
      note: 'By its headers alone.',
    },
    'kakaotalk/plain': {
      source: 'host or bare name of kakaotalk; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
