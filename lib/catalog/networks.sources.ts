import type { Sources } from './provenance.ts';

export const networkSources: Sources = {
  shared: { source: 'public routing registries', confidence: 'general' },
};
