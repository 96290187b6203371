import type { Sources } from '../provenance.ts';

export const imoSources: Sources = {
  byId: {
    'imo/web': {
      source:
        'imo.im/policies/privacy_policy.html; cnews.ru 2026-02-04: fifth in Russia, calls working',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the operator’s policy is a page there',
    },
    'imo/plain': {
      source: 'host or bare name of imo; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
