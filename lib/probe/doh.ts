import type { Resolver } from '../catalog/schema.ts';
import type { Resolution } from '../model/resolution.ts';
import type { ProbeHttp } from '../observe/http.ts';
import { decodeAnswer, encodeQuestion } from './dns-message.ts';

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

/** Null for bytes that are no answer to the question. */
function parseAnswer(
  name: string,
  body: Uint8Array,
): Pick<Resolution, 'rcode' | 'addresses'> | null {
  try {
    const answer = decodeAnswer(body);
    return (answer.name ?? name).toLowerCase() === name.toLowerCase() ? answer : null;
  } catch {
    return null;
  }
}

function base64url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
