import ipaddr from 'ipaddr.js';

/**
 * An address as it counts: of an IPv6 address that carries an IPv4 one, the IPv4 address inside. Those are mapped
 * addresses, NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056) and Teredo (RFC 4380). Null for anything but an address.
 */
export function innerAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? (carriedBy(parsed as ipaddr.IPv6) ?? parsed) : parsed;
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const localNat64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
const sixToFour = ipaddr.IPv6.parseCIDR('2002::/16');
const teredo = ipaddr.IPv6.parseCIDR('2001::/32');

function carriedBy(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  if (address.match(nat64)) return new ipaddr.IPv4(bytes.slice(12));
  if (address.match(localNat64)) return new ipaddr.IPv4(behindLocalPrefix(bytes));
  if (address.match(sixToFour)) return new ipaddr.IPv4(bytes.slice(2, 6));
  if (address.match(teredo)) return new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff));
  return null;
}

/** A prefix of 96 bits has the address at the end; one of 48 has it around its ninth byte, and zeros at the end. */
function behindLocalPrefix(bytes: number[]): number[] {
  const last = bytes.slice(12);
  return last.some((byte) => byte !== 0) ? last : [...bytes.slice(6, 8), ...bytes.slice(9, 11)];
}
