import { decode, type Packet } from '@dnsquery/dns-packet';
import type { Resolver } from '../catalog/schema.ts';
import type { Resolution } from '../model/resolution.ts';
import type { HttpObservation } from './http.ts';

/** Reads a resolver's answer for a name. `rcode` is null if there was no DNS answer. */
export function readDohAnswer(
  name: string,
  resolver: Pick<Resolver, 'id' | 'national'>,
  { httpStatus, body }: Pick<HttpObservation, 'httpStatus' | 'body'>,
): Resolution {
  const answer = httpStatus === 200 ? parseAnswer(name, body) : null;
  return {
    name,
    resolver: resolver.id,
    national: resolver.national,
    rcode: answer?.rcode ?? null,
    addresses: answer?.addresses ?? [],
  };
}

/** Null for bytes that do not answer the query. */
function parseAnswer(
  name: string,
  body: Uint8Array,
): Pick<Resolution, 'rcode' | 'addresses'> | null {
  const answer = decodeResponse(body);
  if (answer === null) return null;
  const asked = answer.questions?.[0]?.name ?? name;
  if (asked.toLowerCase() !== name.toLowerCase()) return null;
  const addresses = (answer.answers ?? []).flatMap((one) =>
    one.type === 'A' || one.type === 'AAAA' ? [one.data] : [],
  );
  return { rcode: answer.rcode ?? null, addresses };
}

function decodeResponse(body: Uint8Array): Packet | null {
  try {
    const packet = decode(body);
    // The library reads past the end of an answer that is truncated within a record.
    return packet.type === 'response' && bytesRead() <= body.length ? packet : null;
  } catch {
    return null;
  }
}

/** The number of bytes that the last `decode` read; the library's types omit it. */
function bytesRead(): number {
  return (decode as typeof decode & { bytes: number }).bytes;
}

/**
 * One resolver's answers for both kinds of addresses. A name is denied only where both were answered without one.
 */
export function mergeAnswers(ipv4: Resolution, ipv6: Resolution): Resolution {
  const addresses = [...ipv4.addresses, ...ipv6.addresses];
  const isHalf = addresses.length === 0 && ipv6.rcode === null;
  return { ...ipv4, addresses, rcode: isHalf ? null : ipv4.rcode };
}
