import type { TransferControl } from './schema.ts';

/** Neutral sites that carry as many bytes as a transfer in doubt. */
export const transferControls: TransferControl[] = [
  {
    id: 'wikipedia-download',
    group: 'transfer',
    operator: 'Wikimedia',
    url: 'https://ru.wikipedia.org/',
    kind: 'download',
  },
  {
    id: 'gstatic-upload',
    group: 'transfer',
    operator: 'Google',
    url: 'https://www.gstatic.com/generate_204',
    kind: 'upload',
  },
];
