import type { Sources } from './provenance.ts';

export const blockedCanarySources: Sources = {
  byId: {
    facebook: { source: 'blocked since March 2022', confidence: 'general' },
    linkedin: { source: 'blocked since 2016', confidence: 'general' },
    rutracker: {
      source: 'blocked since 2016; withheld by the National Domain Name System on 28 August 2026',
      confidence: 'seen',
    },
    x: { source: 'blocked since March 2022', confidence: 'general' },
  },
};
