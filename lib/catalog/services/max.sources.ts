import type { Sources } from '../provenance.ts';

export const maxSources: Sources = {
  byId: {
    'max/web': {
      source: 'MaxApiTeam/PyMax:src/pymax/utils.py',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'its clients load it',
    },
    'max/site': {
      source: 'hyperion-cs/dpi-checkers cidrwhitelist',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'max/media': {
      source: 'MaxApiTeam/PyMax:src/pymax/types.py (pictures)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'pictures have no login, as the client’s types show',
    },
    'max/api': {
      source: 'dev.max.ru/docs-api: to be asked with the certificate of the national authority',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'For bots alone: no vote. Its predecessor was to end in summer 2026. Answers 401 without a token.',
    },
    'max/socket': {
      source:
        'nsdkinx/vkmax:vkmax/client.py (ws-api.oneme.ru); MaxApiTeam/PyMax:src/pymax/config.py (api.oneme.ru); leemour/max-cli docs (binary frames)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'its clients open it before they log in',
      note: 'The first accepts text and requires the Origin of the web client, so it probably refuses a request without one.',
    },
    'max/plain': { source: 'host of max/site', confidence: 'seen', reviewed: '2026-11-26' },
    'max/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
