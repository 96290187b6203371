import type { Sources } from '../provenance.ts';

export const bipSources: Sources = {
  byId: {
    'bip/web': {
      source: 'bip.com, terms of use of 1 January 2021: the site of the service',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the page of the web client',
    },
    'bip/api': {
      source:
        'serpek/bootstrapper-app:src/environments/environment.ts (configuration of the web client)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere: no vote.',
    },
    'bip/plain': {
      source: 'host or bare name of bip; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
