import type { Sources } from '../provenance.ts';

export const meetSources: Sources = {
  byId: {
    'meet/web': {
      source: 'itdoginfo/allow-domains:Services/google_meet.lst',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'the page before a meeting, for guests, too',
    },
    'meet/api': {
      source: 'itdoginfo/allow-domains:Services/google_meet.lst',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'What it answers was found nowhere: no vote.',
    },
    'meet/clients': {
      source: 'itdoginfo/allow-domains:Services/google_meet.lst',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'A second host of the same role.',
    },
  },
};
