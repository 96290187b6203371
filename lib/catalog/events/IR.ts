import type { KnownEvent } from '../../model/known-event.ts';

const restored =
  'https://gulfpress.net/iran-restores-internet-service-after-extended-nationwide-outage/';

export const IR: readonly KnownEvent[] = [
  {
    id: 'ir-2026-01-08',
    day: '2026-01-08',
    services: [],
    sources: ['https://dzwatch.dz/?p=50091'],
  },
  { id: 'ir-2026-02-28', day: '2026-02-28', services: [], sources: [restored] },
  { id: 'ir-2026-05-26', day: '2026-05-26', services: [], sources: [restored] },
];
