/** Whether calls leave from where pages do. `unknown`: not told, not comparable, or not asked. */
export type CallPath = 'same' | 'different' | 'unknown';

/**
 * Compares the address that a STUN server told with those that sites saw, of its family alone. Carriers
 * give one person several addresses side by side, so that what shares a /24 (IPv4) or a /48 (IPv6) counts
 * as one; an exit that changes from site to site is not comparable.
 */
export function compareCallPath(told: string | null, exits: readonly string[]): CallPath {
  const network = networkOf(told ?? '');
  if (network === null) return 'unknown';
  const seen = new Set(exits.map(networkOf).filter((one) => one !== null && isAlike(one, network)));
  if (seen.has(network)) return 'same';
  return seen.size === 1 ? 'different' : 'unknown';
}

function isAlike(one: string, other: string): boolean {
  return one.includes(':') === other.includes(':');
}

/** Null for what is no public address: a name, a private range. */
function networkOf(address: string): string | null {
  return address.includes(':') ? networkOf6(address) : networkOf4(address);
}

const private4 =
  /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

function networkOf4(address: string): string | null {
  if (!/^\d+(?:\.\d+){3}$/.test(address) || private4.test(address)) return null;
  return address.split('.', 3).join('.');
}

/** Of 2000::/3, where all that is public lies. */
function networkOf6(address: string): string | null {
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':'));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail]
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16));
  const [first = 0] = groups;
  return first >= 0x2000 && first <= 0x3fff ? groups.join(':') : null;
}
