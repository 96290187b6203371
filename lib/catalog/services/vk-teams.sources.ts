import type { Sources } from '../provenance.ts';

export const vkTeamsSources: Sources = {
  byId: {
    'vk-teams/web': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the page of the web client',
    },
    'vk-teams/api': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'For bots alone: no vote.',
    },
    'vk-teams/plain': {
      source: 'host or bare name of vk-teams; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
