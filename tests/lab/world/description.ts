/**
 * What a world does to the browser's traffic: data only, so that a scenario can be written down,
 * sent to the world's process and printed. Everything is optional; `{}` is the open internet.
 *
 * A name pattern is an exact name (`web.whatsapp.com`), a suffix with a leading dot
 * (`.whatsapp.com`: the name itself and everything below it), or `*`.
 */
export interface WorldDescription {
  /** Names whose addresses are not the invented ones. Every resolver that tells the truth knows them. */
  addresses?: Record<string, string[]>;
  /** Names that have an HTTPS record (RFC 9460), by which browsers ask them over TLS alone. */
  httpsRecords?: string[];
  /** Lies of the system resolver, and of the DoH resolvers that follow the state's list. */
  dns?: DnsRule[];
  /** Lies of single DoH resolvers, by resolver id. An entry replaces `dns` for a national resolver. */
  doh?: Record<string, DnsRule[]>;
  tls?: TlsRule[];
  addressRules?: AddressRule[];
  http?: HttpRule[];
  sockets?: SocketRule[];
  /** Every plain HTTP request is sent to the portal, every TLS server is impersonated. */
  captivePortal?: boolean;
  /** Everything is swallowed, the resolver too; the link stays up. */
  offline?: boolean;
  /** Only these names and addresses answer; everything else is swallowed. */
  allowlist?: string[];
  /** All certificates have expired, as a browser with a wrong clock sees it. */
  wrongClock?: boolean;
  /** Delay before each answer of DNS, TLS and HTTP. */
  latencyMs?: number;
  /** Packets lost at random in each direction, in percent. */
  lossPercent?: number;
  /**
   * What services that tell callers their address say, wherever these really come from. Where left out
   * it follows from the address that a connection comes from.
   */
  exit?: ExitDescription;
  /** An OpenVPN on the browser's computer. Servers see what it carries come from its exit. */
  tunnel?: TunnelDescription;
  /** What the whole line carries to the browser. */
  bytesPerSecond?: number;
}

/** Where traffic comes out, as echo services see it. */
export interface ExitDescription {
  /** ISO 3166-1 alpha-2. */
  country: string;
  asn: number;
  address: string;
  /** What domestic echoes see, where that is another address. */
  domesticAddress?: string;
  /** The exit is in a data centre, as the services that know such things say. */
  hosting?: boolean;
  /** What the operator of the trace says it carries. */
  tunnel?: 'warp' | 'gateway';
  /** The place that the trace says it answers from, by its airport; it names none where left out. */
  colo?: string;
  /** Countries that single echoes tell instead, by host. */
  lies?: Record<string, string>;
}

export interface TunnelDescription {
  exit: ExitDescription;
  /** Names and addresses that go through it; everything where left out. */
  carries?: string[];
  /** UDP goes beside it, as it does beside a proxy. */
  carriesTcpOnly?: boolean;
  /** It is there, but switched off. */
  isOff?: boolean;
}

/** `truth` exempts a name from later rules; `empty` is NOERROR without an answer. */
export type DnsAnswer =
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'empty'
  | 'silent'
  | 'truth'
  | { addresses: string[] };

/** The first rule that matches a name decides. */
export interface DnsRule {
  names: string[];
  answer: DnsAnswer;
}

export type TlsAction =
  | 'reset'
  | 'silent'
  | 'close'
  | 'alert'
  | 'plaintext'
  | 'forged'
  | 'expired'
  | 'wrong-name'
  /** Impersonated under the trusted authority, as by a virus scanner that has installed its root. */
  | 'intercepted'
  /** Down by default: the bytes to the browser are counted, the connection's, not the response's. */
  | { freezeAfterBytes: number; direction?: 'down' | 'up' }
  | { cutAfterBytes: number }
  | { bytesPerSecond: number };

/** Acts on the server name in the ClientHello; the first rule that matches decides. */
export interface TlsRule {
  names: string[];
  action: TlsAction;
  /** Acts only on these server addresses (literals or CIDR): the same name elsewhere gets through. */
  onAddresses?: string[];
  /** Acts only on those who come from these addresses (literals or CIDR). */
  callers?: string[];
  /**
   * Acts only once a name was greeted this often within the window, as a censor counting bursts does;
   * from then on for `forMs`, or for that handshake alone.
   */
  burst?: { handshakes: number; withinMs: number; forMs?: number };
  /** Lets so much time pass after the ClientHello before it acts. */
  delayMs?: number;
  /** Acts on the first so many handshakes only, then lets pass: a flaky network. */
  times?: number;
}

/**
 * Acts below TCP. `refuse` answers a SYN with RST, `unreachable` with ICMP, `drop` with nothing; `reset`
 * accepts and cuts at once, `lossy` drops so many packets at random.
 */
export interface AddressRule {
  /**
   * Names (all their addresses), address literals or CIDR. A suffix stands for the names the world
   * knows from the start; name others in full.
   */
  targets: string[];
  action: 'drop' | 'refuse' | 'unreachable' | 'reset' | { lossyPercent: number };
}

/** Acts on requests the server (or a censor of plain HTTP) has read; the first rule decides. */
export interface HttpRule {
  hosts: string[];
  answer: HttpAnswer | 'silent' | 'reset';
  /** Acts only on requests of this scheme; on both by default. */
  scheme?: 'http' | 'https';
  /** Acts only on paths that begin so. */
  path?: string;
  /** Acts only on those who come from these addresses (literals or CIDR). */
  callers?: string[];
}

export type SocketAction =
  /** The upgrade is never answered. */
  | 'silent'
  /** It is, and then nothing comes any more. */
  | 'swallow'
  /** A close frame comes first. */
  | 'close'
  /** The connection is cut where the first frame is due. */
  | 'cut'
  /** The upgrade is refused. */
  | { status: number }
  /** Something else is said first. */
  | { greeting: string };

/** Acts on WebSockets alone, once a server has read the upgrade; the first rule decides. */
export interface SocketRule {
  hosts: string[];
  action: SocketAction;
  /** Acts on the first so many only, then lets pass. */
  times?: number;
}

export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface LogEntry {
  /** Milliseconds since the epoch. */
  time: number;
  /** `censored` is an act of the censor, beside the entry of what it acted on. */
  kind: 'tcp' | 'clienthello' | 'http' | 'dns' | 'doh' | 'websocket' | 'stun' | 'censored';
  /** Address of the server that was spoken to. */
  address: string;
  port: number;
  /** The same for all entries of one TCP connection. */
  connection?: number;
  /** Server name, host or question. */
  name?: string;
  method?: string;
  path?: string;
  status?: number;
  /**
   * What the resolver answered, or the DoH resolver's id. Of an act: where and what, as `tls reset`,
   * `http 451`, `dns nxdomain`, `address reset`; what the kernel drops, refuses or loses leaves none.
   */
  detail?: string;
  /** Of an act: the name had been greeted too often. */
  burst?: true;
  /** Of a `tcp` entry: payload of the connection so far, from and to the browser. */
  bytesIn?: number;
  bytesOut?: number;
}
