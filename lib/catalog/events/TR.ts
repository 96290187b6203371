import type { KnownEvent } from '../../model/known-event.ts';

const measured = 'https://ooni.org/post/2025-turkiye-throttling-social-media';

export const TR: readonly KnownEvent[] = [
  {
    id: 'tr-2025-03-19',
    day: '2025-03-19',
    services: ['whatsapp', 'signal', 'telegram'],
    sources: [measured],
  },
  {
    id: 'tr-2025-09-08',
    day: '2025-09-08',
    services: ['whatsapp', 'signal', 'telegram'],
    sources: [measured],
  },
];
