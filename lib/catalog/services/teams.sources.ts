import type { Sources } from '../provenance.ts';

export const teamsSources: Sources = {
  byId: {
    'teams/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
      note: 'Skype ended on 5 May 2025.',
    },
    'teams/free': {
      source:
        'MicrosoftDocs/windows-itpro-docs:windows/privacy/manage-windows-11-endpoints.md; IsmaelMartinez/teams-for-linux:app/config/defaults.js',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
    'teams/cloud': {
      source: 'IsmaelMartinez/teams-for-linux:app/config/defaults.js',
      confidence: 'seen',
      reviewed: '2026-11-28',
    },
    'teams/plain': {
      source: 'host or bare name of teams; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
