import type { Resolver } from './schema.ts';

/** DoH resolvers that follow no state's list, in the order in which they are queried; the first needs no name lookup. */
export const resolvers: Resolver[] = [
  {
    id: 'cloudflare-ip',
    url: 'https://1.1.1.1/dns-query',
    national: false,
  },
  {
    id: 'adguard',
    url: 'https://unfiltered.adguard-dns.com/dns-query',
    national: false,
  },
  {
    id: 'google',
    url: 'https://dns.google/dns-query',
    national: false,
  },
  {
    id: 'quad9',
    url: 'https://dns10.quad9.net/dns-query',
    national: false,
  },
  {
    id: 'cloudflare',
    url: 'https://cloudflare-dns.com/dns-query',
    national: false,
  },
  {
    id: 'dnssb',
    url: 'https://doh.dns.sb/dns-query',
    national: false,
  },
];
