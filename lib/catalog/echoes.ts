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
 * In the order in which they are queried. None shares a host with a witness, since a witness needs a new
 * connection. Domestic echoes report only an address, for comparison.
 */
export const echoes: Echo[] = [
  {
    id: 'cloudflare-address-trace',
    group: 'foreign',
    url: 'https://1.1.1.1/cdn-cgi/trace',
    reads: traceFields,
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
  {
    id: 'yandex-ipv4',
    group: 'domestic',
    url: 'https://ipv4-internet.yandex.net/api/v0/ip',
    reads: { format: 'json', address: '' },
  },
  {
    id: 'yandex',
    group: 'domestic',
    url: 'https://yandex.ru/internet/api/v0/ip',
    reads: { format: 'json', address: '' },
  },
];
