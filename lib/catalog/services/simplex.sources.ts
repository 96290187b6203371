import type { Sources } from '../provenance.ts';

export const simplexSources: Sources = {
  byId: {
    'simplex/web': {
      source: 'itdoginfo/allow-domains: in the list of blocked ones',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'people open links there',
    },
    'simplex/relay': {
      source: 'simplex-chat/simplex-chat:src/Simplex/Chat/Operators/Presets.hs',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'Under a key of its own; what it answers was found nowhere: no vote.',
    },
    'simplex/files': {
      source: 'simplex-chat/simplexmq:src/Simplex/FileTransfer/Client/Presets.hs',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'As the relay.',
    },
    'simplex/plain': {
      source: 'host or bare name of simplex; on no HSTS list (Chromium 156)',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
