import type { Sources } from '../provenance.ts';

export const baleSources: Sources = {
  byId: {
    'bale/web': {
      source:
        'amiranmanesh/bale-privacy-extension:src/manifest/hosts.json; aminmadaniofficial/aiobale:aiobale/client/session/aiohttp.py (as Origin)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the page of the web client',
    },
    'bale/socket': {
      source:
        'aminmadaniofficial/aiobale:aiobale/client/session/base.py (at the path /ws/; the path here is unverified)',
      confidence: 'unverified',
      reviewed: '2026-11-28',
      note: 'No vote until it was seen.',
    },
    'bale/plain': {
      source: 'host or bare name of bale; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
