import type { Sources } from './provenance.ts';

export const networkSources: Sources = {
  shared: { source: 'public routing registries', confidence: 'general', reviewed: '2026-11-25' },
};
