import type { Sources } from './provenance.ts';

export const filterPageSources: Sources = {
  shared: {
    source: 'citizenlab/filtering-annotations (BSD-3-Clause)',
    confidence: 'seen',
    reviewed: '2026-11-26',
    note: 'Its last change was in March 2022. The name of the server is not from it, but from public records of answers by Zscaler (403, `Server: Zscaler/6.2`).',
  },
};
