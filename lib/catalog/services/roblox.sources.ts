import type { Sources } from '../provenance.ts';

export const robloxSources: Sources = {
  byId: {
    'roblox/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'roblox/api': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'scripts read the version from it, without an account',
    },
    'roblox/chat': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Said to answer 401 without a session, seen nowhere: no vote.',
    },
  },
};
