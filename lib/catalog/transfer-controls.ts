import type { TransferControl } from './schema.ts';

/** Neutral sites for transfers of the same size as a suspicious one. */
export const transferControls: TransferControl[] = [
  {
    id: 'wikipedia-download',
    group: 'transfer',
    operator: 'Wikimedia',
    url: 'https://ru.wikipedia.org/wiki/Linux',
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
