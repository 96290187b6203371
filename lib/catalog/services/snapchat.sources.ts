import type { Sources } from '../provenance.ts';

export const snapchatSources: Sources = {
  byId: {
    'snapchat/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'snapchat/web-client': {
      source: 'general; redirects to www.snapchat.com/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'snapchat/login': {
      source: 'StevenBlack/hosts#2626',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'snapchat/chat-gateway': {
      source: 'StevenBlack/hosts#2626; public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'What it answers was found nowhere, as chats go by gRPC: no vote.',
    },
    'snapchat/static': {
      source:
        'StevenBlack/hosts#2626; gcs.sc-cdn.net: carries what is sent (gieljnssns/Social-media-Blocklists#54)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'snapchat/api': {
      source:
        'StevenBlack/hosts#2626; gcp.api.snapchat.com: the app breaks without it (badmojr/1Hosts#9)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'snapchat/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'snapchat/plain': {
      source: 'bare name of snapchat/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
