import { hashOf } from '../time/random.ts';

/** One request as a middlebox can see it. */
export interface Flow {
  url: URL;
  host: string;
  address: string;
  /** The server name in the TLS handshake; null for plain HTTP and for an address. */
  sni: string | null;
  secure: boolean;
}

/** The steps of a request. An open connection skips all but the first and the last. */
export type Step = 'start' | 'resolve' | 'connect' | 'hello' | 'request';

/** How a request ends. */
export type Ending =
  | { kind: 'error'; code: string }
  | {
      kind: 'answer';
      status: number;
      body: Uint8Array;
      /** The server's name for itself, and where it redirects to. */
      server?: string;
      redirectUrl?: string;
    }
  | { kind: 'silence' };

/** Something on the path of requests: a fault, a portal, a censor. Null if it lets the step pass. */
export type Obstacle = (flow: Flow, step: Step, atMs: number) => Ending | null;

/** Milliseconds that a step takes beyond what the line needs. */
export type Delay = (flow: Flow, step: Step) => number;

/** @param remote the address to which the name led; by default its only one */
export function flowTo(address: string, remote?: string): Flow {
  const url = new URL(address);
  const host = url.hostname;
  const secure = url.protocol === 'https:';
  const named = !isAddress(host);
  return {
    url,
    host,
    address: remote ?? addressOf(host),
    sni: secure && named ? host : null,
    secure,
  };
}

export function isAddress(host: string): boolean {
  return /^[\d.]+$|^\[/.test(host);
}

/** The first address of a name. Most have no other. */
export function addressOf(host: string): string {
  if (isAddress(host)) return host.replace(/^\[|\]$/g, '');
  const hash = hashOf(host);
  return `93.${(hash >>> 16) & 127}.${(hash >>> 8) & 255}.${hash & 255}`;
}

/** The IPv6 address of a name on a line that has both families. */
export function ipv6Of(host: string): string {
  const hash = hashOf(`${host} over IPv6`);
  return `2a0f:f${(hash >>> 20).toString(16)}:f${((hash >>> 8) & 4095).toString(16)}::1`;
}

/** An IPv4 address as a translator shows it (RFC 6052), in the shortest form. */
export function translated(address: string): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = address.split('.').map(Number);
  return `64:ff9b::${(first * 256 + second).toString(16)}:${(third * 256 + fourth).toString(16)}`;
}

/** The addresses of a name that has several. */
export function edgesOf(host: string): string[] {
  if (isAddress(host)) return [host];
  return [addressOf(host), ...[1, 2, 3].map((edge) => addressOf(`${host} ${edge}`))];
}

export function error(name: string): Ending {
  return { kind: 'error', code: `net::ERR_${name}` };
}

export function answer(status: number, text = ''): Extract<Ending, { kind: 'answer' }> {
  return { kind: 'answer', status, body: new TextEncoder().encode(text) };
}

export const silence: Ending = { kind: 'silence' };
