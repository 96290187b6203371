import type { Sources } from '../provenance.ts';

export const elementSources: Sources = {
  byId: {
    'element/api': {
      source:
        'citizenlab/test-lists:lists/global.csv (host); the path is of the Matrix specification',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the specification: no account is needed',
      note: 'The server of most accounts; others have their own.',
    },
    'element/web': {
      source: 'element-hq/element-web:element.io/app/config.json',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the web client reads it before anybody logs in',
    },
    'element/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
  },
};
