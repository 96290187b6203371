import type { Sources } from '../provenance.ts';

export const messengerSources: Sources = {
  byId: {
    'messenger/web': {
      source: 'citizenlab/test-lists:lists/global.csv (host); path: general',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
      note: 'The page of messages moved to this host in April 2026.',
    },
    'messenger/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Announced to end in April 2026 with a redirect to facebook.com/messages, and seen alive in August: no vote.',
    },
    'messenger/push': {
      source: 'ooni/probe-cli:internal/experiment/fbmessenger:30 (TCP 443)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Speaks MQTT; what it answers to HTTP was found nowhere, and some lists withhold it: no vote.',
    },
    'messenger/static': {
      source: 'ooni/probe-cli:internal/experiment/fbmessenger (host family); path unverified',
      confidence: 'unverified',
      reviewed: '2026-11-26',
      note: 'No vote until the path was seen.',
    },
    'messenger/socket': {
      source:
        'fbchat-dev/fbchat:fbchat/_mqtt.py (edge-chat.facebook.com); nazzelofficial/panindigan:src/utils/Constants.ts (both names)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'its clients open it by both names',
    },
    'messenger/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'messenger/plain': {
      source: 'v2fly data/messenger; on no HSTS list (Chromium 156)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  },
};
