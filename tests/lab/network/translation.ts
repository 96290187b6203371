import { isIPv6, SocketAddress } from 'node:net';

const prefix = '64:ff9b::';

/** An IPv4 address as a translator shows it on its IPv6 side (RFC 6052), written as the kernel writes it. */
export function translatedAddress(address: string): string {
  return new SocketAddress({ address: `${prefix}${address}`, family: 'ipv6' }).address;
}

/** The IPv4 address inside a translated one; null for any other. */
export function untranslatedAddress(address: string): string | null {
  if (!isIPv6(address) || !address.startsWith(prefix)) return null;
  const groups = address.slice(prefix.length).split(':');
  const [low = '0', high = '0'] = groups.toReversed();
  const value = Number.parseInt(high, 16) * 0x1_0000 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
