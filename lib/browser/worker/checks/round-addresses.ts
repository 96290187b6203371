import { browser } from 'wxt/browser';
import type { AddressMemory } from '../../../round/journal-addresses.ts';

const prefix = 'roundAddress ';

/** One item each, as a worker that dies could lose a list that it was about to write. */
export const roundAddresses: AddressMemory = {
  async read() {
    const items = Object.entries(await browser.storage.session.get());
    const ours = items.filter(([key]) => key.startsWith(prefix));
    return new Map(ours.map(([key, address]) => [key.slice(prefix.length), String(address)]));
  },
  add(addresses) {
    const items = [...addresses].map(([key, address]) => [`${prefix}${key}`, address]);
    return browser.storage.session.set(Object.fromEntries(items));
  },
  async clear() {
    const keys = [...(await roundAddresses.read()).keys()];
    if (keys.length === 0) return;
    await browser.storage.session.remove(keys.map((key) => `${prefix}${key}`));
  },
};
