import ipaddr from 'ipaddr.js';
import type { Echo, Network } from '../catalog/schema.ts';
import type { EchoAnswer, ExitNetwork, Tunnel } from './observation.ts';

/** What an echo said, with the address, which is to be numbered and dropped. */
export interface EchoReading extends Omit<EchoAnswer, 'exit'> {
  address: string;
}

/** Null for an answer that is not the service's: a portal's page, say, holds no address. */
export function readEcho(
  echo: Echo,
  body: Uint8Array,
  networks: readonly Network[],
): EchoReading | null {
  const { reads } = echo;
  const answer = parse(new TextDecoder().decode(body), reads.format);
  const told = (path: string | undefined) => (path === undefined ? null : fieldOf(answer, path));
  const address = told(reads.address);
  if (typeof address !== 'string' || !ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const asn = asnOf(told(reads.asn));
  return {
    id: echo.id,
    group: echo.group,
    address: parsed.toString(),
    family: parsed.kind() === 'ipv4' ? 4 : 6,
    country: countryOf(told(reads.country)),
    asn,
    network: parseNetwork(asn, told(reads.hosting), networks),
    tunnel: tunnelOf(told(reads.warp), told(reads.gateway)),
  };
}

/** Null where the answer names none. */
export function readColo({ reads }: Echo, body: Uint8Array): string | null {
  if (reads.colo === undefined) return null;
  const colo = fieldOf(parse(new TextDecoder().decode(body), reads.format), reads.colo);
  return typeof colo === 'string' ? colo : null;
}

function parse(text: string, format: Echo['reads']['format']): unknown {
  if (format === 'lines') return Object.fromEntries(text.split('\n').map(pairOf));
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pairOf(line: string): [key: string, value: string] {
  const [key = '', ...value] = line.trim().split('=');
  return [key, value.join('=')];
}

function fieldOf(answer: unknown, path: string): unknown {
  const keys = path === '' ? [] : path.split('.');
  return keys.reduce((value: unknown, key) => {
    if (typeof value !== 'object' || value === null) return null;
    return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null;
  }, answer);
}

/** `XX` and `T1` are what some services say instead of "unknown" and "Tor". */
function countryOf(told: unknown): string | null {
  if (typeof told !== 'string') return null;
  const code = told.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : null;
}

function asnOf(told: unknown): number | null {
  if (typeof told !== 'number' && typeof told !== 'string') return null;
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(String(told))?.[1];
  const asn = Number(digits ?? 0);
  return asn > 0 ? asn : null;
}

/** The list knows the largest alone, so only the service itself can say that it is no data centre. */
function parseNetwork(
  asn: number | null,
  hosting: unknown,
  networks: readonly Network[],
): ExitNetwork | null {
  const known = networks.find((network) => network.asn === asn);
  if (known !== undefined) return known.kind;
  if (typeof hosting !== 'boolean') return null;
  return hosting ? 'hosting' : 'access';
}

function tunnelOf(warp: unknown, gateway: unknown): Tunnel | null {
  if (gateway === 'on') return 'gateway';
  if (warp === 'on' || warp === 'plus') return 'warp';
  return warp === 'off' ? 'none' : null;
}
