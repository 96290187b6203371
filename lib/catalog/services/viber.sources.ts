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
      source: 'flathub/com.viber.Viber:com.viber.Viber.json',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'Flathub downloads it for everybody who installs Viber',
    },
    'viber/registration': {
      source: 'host: v2fly data/viber; that the app registers there: general',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers to an anonymous request was found nowhere: no vote.',
    },
    'viber/download': {
      source: 'flathub/com.viber.Viber:com.viber.Viber.json',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'Flathub downloads it for everybody who installs Viber',
    },
    'viber/plain': {
      source: 'bare name of viber/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
