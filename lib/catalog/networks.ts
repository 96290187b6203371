import type { Network } from './schema.ts';

const known: [asn: number, name: string, kind: Network['kind']][] = [
  [24940, 'Hetzner', 'hosting'],
  [16276, 'OVH', 'hosting'],
  [14061, 'DigitalOcean', 'hosting'],
  [63949, 'Akamai Linode', 'hosting'],
  [20473, 'Vultr', 'hosting'],
  [9009, 'M247', 'hosting'],
  [212238, 'Datacamp', 'hosting'],
  [60068, 'Datacamp CDN77', 'hosting'],
  [51167, 'Contabo', 'hosting'],
  [62240, 'Clouvider', 'hosting'],
  [16509, 'Amazon', 'hosting'],
  [14618, 'Amazon', 'hosting'],
  [396982, 'Google Cloud', 'hosting'],
  [8075, 'Microsoft', 'hosting'],
  [31898, 'Oracle Cloud', 'hosting'],
  [13335, 'Cloudflare', 'relay'],
  [36183, 'Akamai', 'relay'],
  [54113, 'Fastly', 'relay'],
];

/** Only the largest: a network that is not listed may be of any kind. */
export const networks: Network[] = known.map(([asn, name, kind]) => ({
  asn,
  name,
  kind,
}));
