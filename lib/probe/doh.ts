import { decode, encode } from '@dnsquery/dns-packet';
import ipaddr from 'ipaddr.js';
import type { Resolver } from '../catalog/schema.ts';
import type { Resolution } from '../round/types.ts';
import type { ProbeHttp } from './http.ts';

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
    url: `${resolver.url}?dns=${base64url(question(name))}`,
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

/** Id 0, as RFC 8484 asks for, so that caches on the way may serve. */
function question(name: string): Uint8Array {
  return encode({
    type: 'query',
    id: 0,
    flags: 0x0100,
    questions: [{ type: 'A', class: 'IN', name }],
  });
}

/** Null for bytes that are no answer to the question. */
function parseAnswer(
  name: string,
  body: Uint8Array,
): Pick<Resolution, 'rcode' | 'addresses'> | null {
  try {
    const message = decode(body);
    const asked = message.questions?.[0]?.name ?? name;
    if (message.type !== 'response' || asked.toLowerCase() !== name.toLowerCase()) return null;
    const addresses = (message.answers ?? []).flatMap((answer) =>
      answer.type === 'A' && ipaddr.isValid(answer.data) ? [answer.data] : [],
    );
    return { rcode: message.rcode ?? null, addresses };
  } catch {
    return null;
  }
}

function base64url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
