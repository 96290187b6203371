import type { CallControl } from './schema.ts';

/**
 * Public STUN servers of no messenger. An answer shows that the network passes the packets of calls, not
 * that any calls connect.
 */
export const callControls: CallControl[] = [
  ['stun-google', 'calls-foreign', 'Google', 'stun:stun.l.google.com:19302'],
  ['stun-cloudflare', 'calls-foreign', 'Cloudflare', 'stun:stun.cloudflare.com:3478'],
  ['stun-sber', 'calls-domestic', 'Sber', 'stun:stun.sberbank.ru:3478'],
  ['stun-fitauto', 'calls-domestic', 'Fit Auto', 'stun:stun.fitauto.ru:3478'],
].map(([id = '', group = '', operator = '', url = '']) => ({
  id,
  group: group === 'calls-domestic' ? 'calls-domestic' : 'calls-foreign',
  operator,
  url,
}));
