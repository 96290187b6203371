import ipaddr from 'ipaddr.js';

/** For measurements in laboratories (RFC 2544); what invents addresses for names takes them from here. */
const reserved = ipaddr.parseCIDR('198.18.0.0/15');

export function isReserved(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.kind() === 'ipv4' && address.match(reserved);
}
