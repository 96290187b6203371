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
  | { kind: 'answer'; status: number; body: Uint8Array }
  | { kind: 'silence' };

/** Something on the path of requests: a fault, a portal, a censor. Null if it lets the step pass. */
export type Obstacle = (flow: Flow, step: Step, atMs: number) => Ending | null;

export function flowTo(address: string): Flow {
  const url = new URL(address);
  const host = url.hostname;
  const secure = url.protocol === 'https:';
  const named = !isAddress(host);
  return { url, host, address: addressOf(host), sni: secure && named ? host : null, secure };
}

export function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host);
}

/** Each name has one fixed address. */
export function addressOf(host: string): string {
  if (isAddress(host)) return host;
  const hash = hashOf(host);
  return `93.${(hash >>> 16) & 127}.${(hash >>> 8) & 255}.${hash & 255}`;
}

export function error(name: string): Ending {
  return { kind: 'error', code: `net::ERR_${name}` };
}

export function answer(status: number, text = ''): Ending {
  return { kind: 'answer', status, body: new TextEncoder().encode(text) };
}

export const silence: Ending = { kind: 'silence' };
