import type { Control } from './schema.ts';

/** Sites that show whether the network itself works. None belongs to a messenger; those inside a country are that country's. */
export const controls: Control[] = [
  {
    id: 'gstatic',
    group: 'foreign',
    operator: 'Google',
    url: 'https://www.gstatic.com/generate_204',
    method: 'HEAD',
    pulse: true,
  },
  {
    id: 'cloudflare',
    group: 'foreign',
    operator: 'Cloudflare',
    url: 'https://cp.cloudflare.com/generate_204',
    method: 'HEAD',
    pulse: true,
  },
  {
    id: 'wikipedia',
    group: 'foreign',
    operator: 'Wikimedia',
    url: 'https://ru.wikipedia.org/',
    method: 'HEAD',
    pulse: false,
  },
  {
    id: 'firefox',
    group: 'portal',
    operator: 'Mozilla',
    url: 'http://detectportal.firefox.com/success.txt',
    method: 'GET',
    status: 200,
    contains: 'success',
    pulse: true,
  },
  {
    id: 'microsoft',
    group: 'portal',
    operator: 'Microsoft',
    url: 'http://www.msftconnecttest.com/connecttest.txt',
    method: 'GET',
    status: 200,
    contains: 'Microsoft Connect Test',
    pulse: false,
  },
  {
    id: 'cloudflare-address',
    group: 'dns',
    operator: 'Cloudflare',
    url: 'https://1.1.1.1/',
    method: 'HEAD',
    pulse: false,
  },
];
