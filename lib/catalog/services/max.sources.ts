import type { Sources } from '../provenance.ts';

export const maxSources: Sources = {
  byId: {
    'max/web': { source: 'MaxApiTeam/PyMax:src/pymax/utils.py', confidence: 'seen' },
    'max/site': { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'seen' },
    'max/media': { source: 'MaxApiTeam/PyMax:src/pymax/types.py', confidence: 'seen' },
    'max/api': {
      source: 'louislam/uptime-kuma:server/notification-providers/max.js',
      confidence: 'seen',
      note: 'Answers 401 without a token.',
    },
    'max/socket': {
      source:
        'leemour/max-cli docs (web client since 2026-09-25); MaxApiTeam/PyMax:src/pymax/static/constant.py',
      confidence: 'seen',
      note: 'Requires the Origin of the web client, so it probably refuses a request without one.',
    },
    'max/plain': { source: 'host of max/site', confidence: 'seen' },
  },
};
