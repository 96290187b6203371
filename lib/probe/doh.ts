import { decode, encode, type Packet, RECURSION_DESIRED } from '@dnsquery/dns-packet';
import type { Resolver } from '../catalog/schema.ts';
import type { Resolution } from '../model/resolution.ts';
import type { ProbeHttp } from '../observe/http.ts';

export interface DohRequest {
  name: string;
  resolver: Resolver;
  timeoutMs: number;
  signal: AbortSignal;
}

/** Asks one DoH resolver for a name's IPv4 addresses (RFC 8484, GET, wire format). */
export async function askDoh(probe: ProbeHttp, request: DohRequest): Promise<Resolution> {
  const { name, resolver } = request;
  const observation = await probe({
    url: `${resolver.url}?dns=${base64url(encodeQuestion(name))}`,
    method: 'GET',
    accept: 'application/dns-message',
    timeoutMs: request.timeoutMs,
    signal: request.signal,
  });
  const answer = observation.httpStatus === 200 ? parseAnswer(name, observation.body) : null;
  return {
    name,
    resolver: resolver.id,
    national: resolver.national,
    rcode: answer?.rcode ?? null,
    addresses: answer?.addresses ?? [],
  };
}

/** Id 0, as RFC 8484 asks for, so that caches may serve. */
function encodeQuestion(name: string): Uint8Array {
  return encode({
    type: 'query',
    id: 0,
    flags: RECURSION_DESIRED,
    questions: [{ type: 'A', class: 'IN', name }],
  });
}

/** Null for bytes that are no answer to the question. */
function parseAnswer(
  name: string,
  body: Uint8Array,
): Pick<Resolution, 'rcode' | 'addresses'> | null {
  const answer = decodeResponse(body);
  if (answer === null) return null;
  const asked = answer.questions?.[0]?.name ?? name;
  if (asked.toLowerCase() !== name.toLowerCase()) return null;
  const addresses = (answer.answers ?? []).flatMap((one) => (one.type === 'A' ? [one.data] : []));
  return { rcode: answer.rcode ?? null, addresses };
}

function decodeResponse(body: Uint8Array): Packet | null {
  try {
    const packet = decode(body);
    // Of an answer that breaks off within a record the library reads on into nothing.
    return packet.type === 'response' && bytesRead() <= body.length ? packet : null;
  } catch {
    return null;
  }
}

/** How long the last message was, by its own account; the library's types leave it out. */
function bytesRead(): number {
  return (decode as typeof decode & { bytes: number }).bytes;
}

function base64url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
