import type { Sources } from './provenance.ts';

export const witnessSources: Sources = {
  byId: {
    github: { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'general' },
    google: { source: 'hyperion-cs/dpi-checkers cidrwhitelist', confidence: 'general' },
    amazon: { source: 'general practice', confidence: 'general' },
    debian: { source: 'general practice', confidence: 'general' },
    ipify: { source: 'general practice', confidence: 'general' },
    python: { source: 'general practice', confidence: 'general' },
    kernel: { source: 'general practice', confidence: 'general' },
    w3: { source: 'general practice', confidence: 'general' },
  },
};
