import type { Sources } from '../provenance.ts';

export const robloxSources: Sources = {
  byId: {
    'roblox/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'roblox/api': { source: 'public code (excerpt)', confidence: 'seen', reviewed: '2026-11-26' },
    'roblox/chat': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Answers 401 without a session.',
    },
  },
};
