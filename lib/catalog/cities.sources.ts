import type { Sources } from './provenance.ts';

/** Of all countries' cities. */
export const citySources: Sources = {
  shared: {
    source: 'coordinates of the cities that name time zones (IANA), in whole degrees',
    confidence: 'general',
    reviewed: '2026-11-26',
  },
};
