import type { Sources } from '../provenance.ts';

export const robloxSources: Sources = {
  byId: {
    'roblox/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'roblox/api': {
      source:
        'create.roblox.com/docs/en-us/cloud/reference/domains/clientsettings; docs.rs/crate/roboat: src/clientsettings/mod.rs',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'roboat’s example reads the version from it, without an account',
    },
    'roblox/chat': {
      source: 'AlroviOfficial/RoZod:src/endpoints/chatv2.ts',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'Said there to answer 401 without a session, seen nowhere: no vote.',
    },
  },
};
