import type { Sources } from './provenance.ts';

export const witnessSources: Sources = {
  byId: {
    github: {
      source: 'hyperion-cs/dpi-checkers cidrwhitelist',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    google: {
      source: 'hyperion-cs/dpi-checkers cidrwhitelist',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    amazon: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
    debian: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
    apache: {
      source: 'general practice; on no list of advertising hosts that was read',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    python: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
    kernel: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
    w3: { source: 'general practice', confidence: 'general', reviewed: '2026-11-26' },
  },
};
