import type { ExitDescription } from '../world/description.ts';

/** The browser's exit without a tunnel: at home, in Russia. */
export const household: ExitDescription = { country: 'RU', asn: 8402, address: '95.24.1.2' };
