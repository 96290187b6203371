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
    source: 'hyperion-cs/dpi-checkers cidrwhitelist (host)',
    confidence: 'general',
    note: 'The main page has more than 40 kB.',
  },
  {
    id: 'gstatic-upload',
    group: 'transfer',
    operator: 'Google',
    url: 'https://www.gstatic.com/generate_204',
    method: 'POST',
    pulse: false,
    source: 'citizenlab/test-lists:lists/global.csv (host)',
    confidence: 'general',
    note: 'Any answer to the whole upload will do.',
  },
];
