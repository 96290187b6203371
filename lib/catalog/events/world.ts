import type { KnownEvent } from '../../model/known-event.ts';

/** Events that are the same in every country. */
export const world: readonly KnownEvent[] = [
  {
    id: 'messenger-2026-04-15',
    day: '2026-04-15',
    services: ['messenger'],
    sources: ['https://github.com/sindresorhus/caprine/issues/2374'],
  },
];
