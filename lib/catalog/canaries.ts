import type { Canary } from './schema.ts';

/** Names taken out of Russia's National Domain Name System. */
export const canaries: Canary[] = [
  {
    name: 'web.whatsapp.com',
    source: 'RBC, 12 February 2026 (removal of 11 to 12 February 2026)',
    confidence: 'seen',
  },
  {
    name: 'www.messenger.com',
    source: 'RBC, 12 February 2026 (messenger.com)',
    confidence: 'seen',
  },
];
