import { deflateSync, inflateSync } from 'fflate';
import type { Packing } from './pack.ts';

/**
 * The same as the browser's streams make, in a tenth of the time where records are small. For the worker: pages
 * would have to load it before they paint.
 */
export const quickPacking: Packing = {
  pack: async (value) => deflateSync(new TextEncoder().encode(JSON.stringify(value))),
  unpack: async (packed) => JSON.parse(new TextDecoder().decode(inflateSync(packed))) as unknown,
};
