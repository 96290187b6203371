import type { Sources } from '../provenance.ts';

export const viberSources: Sources = {
  byId: {
    'viber/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'viber/downloads': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'installation by wget, as the excerpts show',
    },
    'viber/registration': {
      source: 'public code (excerpt): RegisterUser and ActivateUser; configurations of 2026',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'What it answers to an anonymous request was found nowhere: no vote.',
    },
    'viber/download': {
      source: 'public code (excerpt)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'installation by wget, as the excerpts show',
    },
    'viber/plain': {
      source: 'bare name of viber/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
