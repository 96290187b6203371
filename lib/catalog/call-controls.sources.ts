import type { Sources } from './provenance.ts';

export const callControlSources: Sources = {
  shared: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
};
