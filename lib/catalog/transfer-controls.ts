import type { Control } from './schema.ts';

/** Neutral sites that carry as many bytes as a transfer in doubt. */
export const transferControls: Control[] = [
  {
    id: 'wikipedia-download',
    group: 'transfer',
    operator: 'Wikimedia',
    url: 'https://ru.wikipedia.org/',
    method: 'GET',
    pulse: false,
  },
  {
    id: 'gstatic-upload',
    group: 'transfer',
    operator: 'Google',
    url: 'https://www.gstatic.com/generate_204',
    method: 'POST',
    pulse: false,
  },
];
