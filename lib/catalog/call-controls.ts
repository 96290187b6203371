import type { CallControl } from './schema.ts';

/**
 * Public STUN servers of no messenger. An answer shows that the network passes the packets of calls, not
 * that any calls connect.
 */
export const callControls: CallControl[] = [
  ['stun-google', 'Google', 'stun:stun.l.google.com:19302'],
  ['stun-cloudflare', 'Cloudflare', 'stun:stun.cloudflare.com:3478'],
].map(([id = '', operator = '', url = '']) => ({ id, group: 'calls-foreign', operator, url }));
