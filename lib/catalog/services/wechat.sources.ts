import type { Sources } from '../provenance.ts';

export const wechatSources: Sources = {
  byId: {
    'wechat/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'wechat/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'wechat/plain': {
      source: 'host or bare name of wechat; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
