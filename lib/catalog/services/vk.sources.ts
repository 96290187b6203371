import type { Sources } from '../provenance.ts';

export const vkSources: Sources = {
  byId: {
    'vk/api': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      note: 'The marker is the JSON error that a request without a token gets.',
    },
    'vk/api-com': { source: 'public code (excerpt)', confidence: 'seen' },
    'vk/web': { source: 'hyperion-cs/dpi-checkers', confidence: 'seen' },
    'vk/web-com': { source: 'xtclovver/RKNHardering', confidence: 'seen' },
    'vk/messages': { source: 'general', confidence: 'general' },
    'vk/plain': { source: 'host of vk/web-com', confidence: 'seen' },
  },
};
