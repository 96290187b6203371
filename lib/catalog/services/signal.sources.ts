import type { Sources } from '../provenance.ts';

export const signalSources: Sources = {
  byId: {
    'signal/chat': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go; signalapp/libsignal env.rs',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/storage': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/cdn': {
      source: 'ooni/probe#2459; signalapp/Signal-Desktop#3549',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/cdn2': { source: 'ooni/probe#2459', confidence: 'seen', reviewed: '2026-11-26' },
    'signal/calls': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/registration': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go:170',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/updates': {
      source: 'public code (excerpt) (plain curl/wget => public CA)',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/plain': {
      source: 'host of signal/updates',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'signal/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
