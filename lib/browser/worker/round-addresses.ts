import { storage } from '@wxt-dev/storage';
import type { AddressMemory } from '../../round/journal-addresses.ts';

const prefix = 'roundAddress ';

/** One item each, as a worker that dies could lose a list that it was about to write. */
export const roundAddresses: AddressMemory = {
  async read() {
    const items = Object.entries(await storage.snapshot('session'));
    const ours = items.filter(([key]) => key.startsWith(prefix));
    return new Map(ours.map(([key, address]) => [key.slice(prefix.length), String(address)]));
  },
  add: (key, address) => storage.setItem(`session:${prefix}${key}`, address),
  async clear() {
    const keys = [...(await roundAddresses.read()).keys()];
    await storage.removeItems(keys.map((key) => `session:${prefix}${key}` as const));
  },
};
