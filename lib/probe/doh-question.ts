import { encode, RECURSION_DESIRED } from '@dnsquery/dns-packet';
import type { Resolver } from '../catalog/schema.ts';
import type { HttpRequest } from './http.ts';

/** IPv4 addresses, or IPv6 ones. */
export type AddressType = 'A' | 'AAAA';

/** The request for a name's addresses from one DoH resolver (RFC 8484, GET, wire format). */
export function dohQuestion(
  name: string,
  resolver: Pick<Resolver, 'url'>,
  type: AddressType = 'A',
): Pick<HttpRequest, 'url' | 'method' | 'accept'> {
  return {
    url: `${resolver.url}?dns=${base64url(encodeQuestion(name, type))}`,
    method: 'GET',
    accept: 'application/dns-message',
  };
}

/** RFC 8484 recommends id 0, so that caches can answer. */
function encodeQuestion(name: string, type: AddressType): Uint8Array {
  return encode({
    type: 'query',
    id: 0,
    flags: RECURSION_DESIRED,
    questions: [{ type, class: 'IN', name }],
  });
}

function base64url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
