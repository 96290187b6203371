import type { Sources } from './provenance.ts';

export const coloSources: Sources = {
  shared: {
    source: 'coordinates of the airports that the codes name',
    confidence: 'general',
    reviewed: '2026-11-25',
  },
};
