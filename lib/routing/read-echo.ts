import ipaddr from 'ipaddr.js';
import type { Echo, Network } from '../catalog/schema.ts';
import type { EchoAnswer, ExitNetwork, Tunnel } from './observation.ts';

/** An echo's answer with the address, which the caller replaces by a number. */
export interface EchoReading extends Omit<EchoAnswer, 'exit'> {
  address: string;
}

/** Null where the answer is not the service's own: a portal's page holds no address. */
export function readEcho(
  echo: Echo,
  body: Uint8Array,
  networks: readonly Network[],
): EchoReading | null {
  const fields = echo.reads;
  const answer = parse(new TextDecoder().decode(body), fields.format);
  const read = (path: string | undefined) => (path === undefined ? null : fieldOf(answer, path));
  const address = read(fields.address);
  if (typeof address !== 'string' || !ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const asn = parseAsn(read(fields.asn));
  const country = read(fields.country);
  return {
    id: echo.id,
    group: echo.group,
    address: parsed.toString(),
    family: parsed.kind() === 'ipv4' ? 4 : 6,
    country: parseCountry(country),
    asn,
    network: parseNetwork(asn, read(fields.hosting), networks),
    tunnel: country === torCountry ? 'tor' : parseTunnel(read(fields.warp), read(fields.gateway)),
  };
}

/** The data centre that answered; null where the answer names none. */
export function readColo({ reads: fields }: Echo, body: Uint8Array): string | null {
  if (fields.colo === undefined) return null;
  const colo = fieldOf(parse(new TextDecoder().decode(body), fields.format), fields.colo);
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

/** What Cloudflare reports in place of the country of an exit of Tor. */
const torCountry = 'T1';

/** Some services report `XX` for "unknown" and `T1` for Tor. */
function parseCountry(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const code = value.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : null;
}

function parseAsn(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(String(value))?.[1];
  const asn = Number(digits ?? 0);
  return asn > 0 ? asn : null;
}

/** `networks` lists only the largest, so only the service itself can rule a data centre out. */
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

function parseTunnel(warp: unknown, gateway: unknown): Tunnel | null {
  if (gateway === 'on') return 'gateway';
  if (warp === 'on' || warp === 'plus') return 'warp';
  return warp === 'off' ? 'none' : null;
}
