import type { Echo } from './schema.ts';

const traceFields: Echo['reads'] = {
  format: 'lines',
  address: 'ip',
  country: 'loc',
  warp: 'warp',
  gateway: 'gateway',
  colo: 'colo',
};

/**
 * In the order in which they are queried: the first two belong to different operators, and those on lists of
 * advertising come last. None shares a host with a witness, since a witness needs a new connection.
 */
export const echoes: Echo[] = [
  {
    id: 'cloudflare-address-trace',
    group: 'foreign',
    url: 'https://1.1.1.1/cdn-cgi/trace',
    reads: traceFields,
  },
  {
    id: 'ipquery',
    group: 'foreign',
    url: 'https://api.ipquery.io/?format=json',
    reads: {
      format: 'json',
      address: 'ip',
      country: 'location.country_code',
      asn: 'isp.asn',
      hosting: 'risk.is_datacenter',
    },
  },
  {
    id: 'cloudflare-trace',
    group: 'foreign',
    url: 'https://www.cloudflare.com/cdn-cgi/trace',
    reads: traceFields,
  },
  {
    id: 'ifconfig',
    group: 'foreign',
    url: 'https://ifconfig.co/json',
    reads: { format: 'json', address: 'ip', country: 'country_iso', asn: 'asn' },
  },
  {
    id: 'ipapi',
    group: 'foreign',
    url: 'https://api.ipapi.is/',
    reads: {
      format: 'json',
      address: 'ip',
      country: 'location.country_code',
      asn: 'asn.asn',
      hosting: 'is_datacenter',
    },
  },
  {
    id: 'geojs',
    group: 'foreign',
    url: 'https://get.geojs.io/v1/ip/country.json',
    reads: { format: 'json', address: 'ip', country: 'country' },
  },
  {
    id: 'country-is',
    group: 'foreign',
    url: 'https://api.country.is/',
    reads: { format: 'json', address: 'ip', country: 'country' },
  },
];
