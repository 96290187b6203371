import type { Sources } from '../provenance.ts';

export const signalSources: Sources = {
  byId: {
    'signal/chat': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go; signalapp/libsignal env.rs',
      confidence: 'seen',
    },
    'signal/storage': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
    },
    'signal/cdn': { source: 'ooni/probe#2459; signalapp/Signal-Desktop#3549', confidence: 'seen' },
    'signal/cdn2': { source: 'ooni/probe#2459', confidence: 'seen' },
    'signal/calls': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
    },
    'signal/registration': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go:170',
      confidence: 'seen',
    },
    'signal/site': { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    'signal/updates': {
      source: 'public code (excerpt) (plain curl/wget => public CA)',
      confidence: 'seen',
    },
    'signal/plain': { source: 'host of signal/updates', confidence: 'seen' },
  },
};
