import type { Sources } from './provenance.ts';

export const callControlSources: Sources = {
  shared: { source: 'general practice', confidence: 'general' },
};
