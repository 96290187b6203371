import type { Sources } from '../provenance.ts';

export const vkTeamsSources: Sources = {
  byId: {
    'vk-teams/web': {
      source:
        'akkrat/ruby-vkteamsbot:README.md and lib/vkteamsbot/urls_api.rb: the operator’s documentation for bots lies there',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the operator’s documentation for bots is a page there',
    },
    'vk-teams/api': {
      source: 'Himalek1/music-bot:bot.py',
      confidence: 'unverified',
      reviewed: '2026-11-28',
      note: 'For bots alone, and libraries for bots name myteam.mail.ru instead: no vote.',
    },
    'vk-teams/plain': {
      source: 'host or bare name of vk-teams; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
