import type { LogEntry } from '../world/description.ts';

/** What one host saw. */
export interface Traffic {
  requests: number;
  /** As `HEAD`, with those of WebSockets as `GET`. */
  methods: string[];
  /** As `HTTPS`, `HTTP`, `WebSocket`, `DoH`, `STUN`. */
  kinds: string[];
  /** Questions about its name that the system's resolver saw, in clear text. */
  dnsQuestions: number;
  /** Payload of its TCP connections, TLS included, and of STUN, in bytes. */
  bytesUp: number;
  bytesDown: number;
  /** Times of its TLS handshakes, in milliseconds since the epoch; of its connections, if none had TLS. */
  greetings: number[];
}

/** A STUN request and its answer are UDP packets of constant size (RFC 8489). */
const stunBytes = { up: 20, down: 32 };

/** Traffic by host, in the order of first contact. A host is a name, or an address without one. */
export function trafficOf(log: readonly LogEntry[]): Map<string, Traffic> {
  const owners = ownersOf(log);
  const encrypted = new Set(greetingsIn(log).map(({ connection }) => connection));
  const hosts = new Map<string, Traffic>();
  for (const entry of log) {
    const host = owners.get(entry.connection ?? 0) ?? entry.name ?? entry.address;
    const traffic = hosts.get(host) ?? noTraffic();
    hosts.set(host, traffic);
    add(traffic, entry, encrypted.has(entry.connection));
  }
  for (const [host, { greetings }] of hosts) {
    if (greetings.length === 0) greetings.push(...connectionsTo(host, log, owners));
  }
  return hosts;
}

function connectionsTo(
  host: string,
  log: readonly LogEntry[],
  owners: ReadonlyMap<number, string>,
): number[] {
  const connections = log.filter(({ kind }) => kind === 'tcp');
  return connections
    .filter(({ connection = 0, address }) => (owners.get(connection) ?? address) === host)
    .map(({ time }) => time);
}

/** The beginnings of TLS connections. */
export function greetingsIn(log: readonly LogEntry[]): LogEntry[] {
  return log.filter(({ kind }) => kind === 'clienthello');
}

/** All bytes of TCP and STUN in both directions. */
export function bytesOf(log: readonly LogEntry[]): number {
  const hosts = [...trafficOf(log).values()];
  return hosts.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0);
}

function noTraffic(): Traffic {
  return {
    requests: 0,
    methods: [],
    kinds: [],
    dnsQuestions: 0,
    bytesUp: 0,
    bytesDown: 0,
    greetings: [],
  };
}

/** The host of each connection: the name of its ClientHello, else of its first request. */
function ownersOf(log: readonly LogEntry[]): Map<number, string> {
  const owners = new Map<number, string>();
  for (const kinds of [['clienthello'], ['http', 'websocket']]) {
    for (const { kind, connection, name } of log) {
      if (connection === undefined || name === undefined || owners.has(connection)) continue;
      if (kinds.includes(kind)) owners.set(connection, name);
    }
  }
  return owners;
}

function add(traffic: Traffic, entry: LogEntry, isEncrypted: boolean): void {
  const { kind, time, bytesIn = 0, bytesOut = 0, method = 'GET' } = entry;
  if (kind === 'dns') traffic.dnsQuestions += 1;
  if (kind === 'clienthello') traffic.greetings.push(time);
  if (kind === 'stun' || kind === 'http' || kind === 'websocket') traffic.requests += 1;
  if (kind === 'http' || kind === 'websocket') addOnce(traffic.methods, method);
  const word = wordFor(kind, isEncrypted);
  if (word !== null) addOnce(traffic.kinds, word);
  traffic.bytesUp += kind === 'stun' ? stunBytes.up : bytesIn;
  traffic.bytesDown += kind === 'stun' ? stunBytes.down : bytesOut;
}

function wordFor(kind: LogEntry['kind'], isEncrypted: boolean): string | null {
  if (kind === 'websocket') return 'WebSocket';
  if (kind === 'doh') return 'DoH';
  if (kind === 'stun') return 'STUN';
  if (kind === 'http') return isEncrypted ? 'HTTPS' : 'HTTP';
  return null;
}

function addOnce(list: string[], word: string): void {
  if (!list.includes(word)) list.push(word);
}
