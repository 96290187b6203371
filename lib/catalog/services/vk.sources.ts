import type { Sources } from '../provenance.ts';

export const vkSources: Sources = {
  byId: {
    'vk/api': {
      source: 'VKCOM/vk-tunnel-client#81: the only promised host',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'documented: an error in JSON without a token',
      note: 'The marker is the JSON error that a request without a token gets.',
    },
    'vk/api-com': {
      source: 'VKCOM/vk-tunnel-client#81',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'Not promised to go on since October 2025: no vote.',
    },
    'vk/web': {
      source: 'hyperion-cs/dpi-checkers',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'dpi-checkers asks it',
    },
    'vk/web-com': {
      source: 'xtclovver/RKNHardering',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'RKNHardering asks it',
    },
    'vk/messages': {
      source:
        'Sharkow1743/SferumAPI:SferumBridge/sferum_api.py; pypi.org/project/SferumBridge: the page where people log in',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'people open it to log in there',
    },
    'vk/plain': { source: 'host of vk/web-com', confidence: 'seen', reviewed: '2026-11-26' },
    'vk/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
