import type { Sources } from '../provenance.ts';

export const facetimeSources: Sources = {
  byId: {
    'facetime/web': {
      source: 'StressOzz/Zapret-Manager#325 (RU users: does not open, 2026-03)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'people open it: the page for guests',
      note: 'Only the web page for guest links; native signalling (APNs, UDP 3478-3497) cannot be tested.',
    },
    'facetime/join': {
      source: 'StressOzz/Zapret-Manager#325',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'A page at the host of facetime/web. Calls go by other servers, so it says nothing of them.',
    },
    'facetime/registration': {
      source:
        'OpenBubbles/rustpush:src/macos.rs asks it; src/util.rs embeds the root for it, certs/root/profileidentity.ess.apple.com.cert',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'rustpush asks it, and trusts Apple’s root for that',
      note: 'Under Apple’s own authority.',
    },
    'facetime/plain': {
      source: 'host of facetime/web',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'facetime/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
