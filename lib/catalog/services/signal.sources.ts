import type { Sources } from '../provenance.ts';

export const signalSources: Sources = {
  byId: {
    'signal/chat': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go; signalapp/libsignal env.rs',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer under Signal’s own root',
    },
    'signal/storage': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer under Signal’s own root',
    },
    'signal/cdn': {
      source: 'ooni/probe#2459; signalapp/Signal-Desktop#3549',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI asked it (ooni/probe#2459)',
    },
    'signal/cdn2': {
      source: 'ooni/probe#2459',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI asked it (ooni/probe#2459)',
    },
    'signal/calls': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer',
    },
    'signal/registration': {
      source: 'ooni/probe-cli:internal/experiment/signal/signal.go:170',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer under Signal’s own root',
    },
    'signal/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'signal/updates': {
      source:
        'signalapp/Signal-Desktop#6786: the operator’s commands for installation; basecamp/omakub:install/gui-signal.sh',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'installation by wget, without a certificate of Signal’s own',
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
