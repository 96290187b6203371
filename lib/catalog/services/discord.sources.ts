import type { Sources } from '../provenance.ts';

export const discordSources: Sources = {
  byId: {
    'discord/api': {
      source: 'discord/discord-api-docs:docs/events/gateway.mdx (Get Gateway)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'documented: no account is needed',
    },
    'discord/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'discord/media': {
      source: 'discord/discord-api-docs:docs/reference.mdx (CDN endpoints: default user avatar)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'a picture for everybody, shown to those without one',
    },
    'discord/download': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Large enough to show a freeze.',
    },
    'discord/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'discord/socket': {
      source:
        'host: Flowseal/zapret-discord-youtube:utils/targets.txt; first frame (op 10): general',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'documented: the server greets first',
    },
    'discord/plain': {
      source: 'host of discord/media',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  },
};
