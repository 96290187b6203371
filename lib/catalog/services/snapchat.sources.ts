import type { Sources } from '../provenance.ts';

export const snapchatSources: Sources = {
  byId: {
    'snapchat/web': { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    'snapchat/web-client': {
      source: 'general; redirects to www.snapchat.com/web',
      confidence: 'general',
    },
    'snapchat/login': { source: 'StevenBlack/hosts#2626', confidence: 'seen' },
    'snapchat/chat-gateway': { source: 'public code (excerpt)', confidence: 'seen' },
    'snapchat/static': { source: 'v2fly data/snap suffix', confidence: 'seen' },
    'snapchat/api': { source: 'StevenBlack/hosts#2626', confidence: 'seen' },
    'snapchat/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
    },
    'snapchat/plain': { source: 'bare name of snapchat/web', confidence: 'general' },
  },
};
