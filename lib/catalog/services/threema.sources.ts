import type { Sources } from '../provenance.ts';

export const threemaSources: Sources = {
  byId: {
    'threema/web': {
      source:
        'citizenlab/test-lists:lists/global.csv; itdoginfo/allow-domains: in the list of blocked ones',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'threema/web-client': {
      source: 'threema-ch/threema-web:README.md',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'the page of the web client, which has no login',
      note: 'The app itself speaks a protocol of its own to other hosts, at port 5222.',
    },
    'threema/app': {
      source: 'threema-ch/threema-msgapi-sdk-python:threema/gateway/_gateway.py',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'For programs: no vote.',
    },
    'threema/plain': {
      source: 'host or bare name of threema; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
