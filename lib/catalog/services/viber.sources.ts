import type { Sources } from '../provenance.ts';

export const viberSources: Sources = {
  byId: {
    'viber/web': { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    'viber/downloads': { source: 'public code (excerpt)', confidence: 'seen' },
    'viber/registration': { source: 'v2fly data/viber suffix', confidence: 'general' },
    'viber/download': { source: 'public code (excerpt)', confidence: 'seen' },
    'viber/plain': { source: 'bare name of viber/web', confidence: 'general' },
  },
};
