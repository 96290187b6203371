import type { ExitDescription } from '../world/description.ts';

/** Where the browser's traffic comes out by itself: at home, in Russia. */
export const household: ExitDescription = { country: 'RU', asn: 8402, address: '95.24.1.2' };
