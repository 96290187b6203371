import type { Canary } from './schema.ts';

/** Names removed from Russia's National Domain Name System. */
export const canaries: Canary[] = [{ name: 'web.whatsapp.com' }, { name: 'www.messenger.com' }];
