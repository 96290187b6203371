/**
 * What a world does to the browser's traffic. Data only, so that a scenario can be stored, sent to the
 * world's process and printed. Everything is optional; `{}` is the open internet.
 *
 * A name pattern is an exact name (`web.whatsapp.com`), a suffix with a leading dot
 * (`.whatsapp.com`: the name itself and everything below it), or `*`.
 */
export interface WorldDescription {
  /** Names with addresses other than the generated ones. Every truthful resolver knows them. */
  addresses?: Record<string, string[]>;
  /** Names with an HTTPS record (RFC 9460), which makes browsers use only TLS. */
  httpsRecords?: string[];
  /**
   * The kinds of addresses on the browser's line; IPv4 alone if omitted. `dual`: both, and every name has both.
   * `ipv6-only`: IPv6 alone, of which every name has one too. `nat64`: IPv6 alone, names have IPv4 addresses, and the
   * resolver and a gateway translate them (RFC 6146, RFC 6147). `refuse` and lost packets exist for IPv4 only.
   */
  family?: 'dual' | 'ipv6-only' | 'nat64';
  /** False answers of the system resolver and of the DoH resolvers that follow the state's list. */
  dns?: DnsRule[];
  /** False answers of single DoH resolvers, by resolver id. An entry replaces `dns` for a national one. */
  doh?: Record<string, DnsRule[]>;
  tls?: TlsRule[];
  /** What every handshake without a server name meets, whoever is called. */
  nameless?: 'reset' | 'silent';
  addressRules?: AddressRule[];
  http?: HttpRule[];
  sockets?: SocketRule[];
  /** Names whose servers know no HTTP/2. */
  onlyHttp1?: string[];
  /** Names whose servers announce HTTP/3, of which no packet arrives. */
  http3?: string[];
  /** Names with an HTTPS record that announces HTTP/3, of which no packet arrives. */
  http3InDns?: string[];
  /**
   * Names with an HTTPS record that lets browsers hide them in an encrypted ClientHello (ECH), of which the wire shows
   * `cloudflare-ech.com` alone. Their servers do not know it any more: they answer as that name.
   */
  encryptedHello?: string[];
  /** Every plain HTTP request is redirected to the portal; every TLS server is impersonated. */
  captivePortal?: boolean;
  /** All packets are dropped, including those to the resolver; the link stays up. */
  offline?: boolean;
  /** Only these names and addresses answer; all other packets are dropped. */
  allowlist?: string[];
  /** Names with certificates of a state's authority, which no browser knows. */
  nationalRoot?: string[];
  /** All certificates have expired, as in a browser with a wrong clock. */
  wrongClock?: boolean;
  /** By how many days the browser's clock is ahead of the servers', which tell their time; negative if behind. */
  clockAheadDays?: number;
  /** Delay before each answer of DNS, TLS and HTTP. */
  latencyMs?: number;
  /** Packets lost at random in each direction, in percent. */
  lossPercent?: number;
  /**
   * The exit that echo services report, whatever the true source. If omitted, it follows from the source
   * address of the connection.
   */
  exit?: ExitDescription;
  /** The same for what comes over IPv6, where that leaves elsewhere. */
  exitOverIpv6?: ExitDescription;
  /** An OpenVPN on the browser's computer. Servers see its traffic come from its exit. */
  tunnel?: TunnelDescription;
  /** The downstream rate of the whole line. */
  bytesPerSecond?: number;
  /** Hosts that answer only to a user name and a password (Basic, RFC 7617), whichever they are. */
  asksForPassword?: string[];
  /** The `Set-Cookie` of every answer over HTTP, including answers to the upgrade of a WebSocket. */
  setsCookie?: string;
  /** The connections of the world before stay open, as a censor of names and handshakes leaves them. */
  keepsConnections?: boolean;
}

/** The exit of traffic, as echo services see it. */
export interface ExitDescription {
  /** ISO 3166-1 alpha-2. */
  country: string;
  asn: number;
  address: string;
  /** The address that domestic echoes see, if it differs. */
  domesticAddress?: string;
  /** The exit is in a data centre, according to the services that report this. */
  hosting?: boolean;
  /** The tunnel or gateway that the trace reports. */
  tunnel?: 'warp' | 'gateway';
  /** The place that the trace reports, by its airport; none if omitted. */
  colo?: string;
  /** Different countries that single echoes report, by host. */
  lies?: Record<string, string>;
}

export interface TunnelDescription {
  exit: ExitDescription;
  /** Names and addresses routed through it; everything if omitted. */
  carries?: string[];
  /** UDP bypasses it, as it bypasses a proxy. */
  carriesTcpOnly?: boolean;
  /** It is configured, but switched off. */
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
  /** Acts only on questions of this type. */
  type?: 'A' | 'AAAA';
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
  /** Down by default: counts bytes to the browser, on the connection and not in the response. */
  | { freezeAfterBytes: number; direction?: 'down' | 'up' }
  | { cutAfterBytes: number }
  /** Down by default. */
  | { bytesPerSecond: number; direction?: 'down' | 'up' };

/** Acts on the server name in the ClientHello; the first rule that matches decides. */
export interface TlsRule {
  names: string[];
  action: TlsAction;
  /** Acts only at these server addresses (literals or CIDR); the same name elsewhere gets through. */
  onAddresses?: string[];
  /** Acts only on those who come from these addresses (literals or CIDR). */
  callers?: string[];
  /**
   * Acts only after this many ClientHellos with a name within the window, as a censor that counts bursts
   * does; from then on for `forMs`, or only for that handshake.
   */
  burst?: { handshakes: number; withinMs: number; forMs?: number };
  /** Delay between the ClientHello and the action. */
  delayMs?: number;
  /** Acts only on this many first handshakes, as in a flaky network. */
  times?: number;
  /** Acts only on this share of handshakes, in percent, by chance. */
  percent?: number;
  /** After it acted, the caller gets no answer from the address for so long (residual censorship). */
  residualMs?: number;
}

/**
 * Acts below TCP. `refuse` answers a SYN with RST, `unreachable` with ICMP, `drop` not at all; `reset`
 * accepts and cuts at once, `lossy` drops a share of packets at random, `policed` those of each connection that come sooner
 * than its rate allows, in each direction.
 */
export interface AddressRule {
  /**
   * Names (all their addresses), address literals or CIDR. A suffix matches only names that exist from
   * the start; list other names in full.
   */
  targets: string[];
  action:
    | 'drop'
    | 'refuse'
    | 'unreachable'
    | 'reset'
    | { lossyPercent: number }
    | { policedBytesPerSecond: number };
}

/**
 * What a request meets instead of an answer. `reset` cuts with RST and `hang-up` with FIN; `stream-error` breaks the
 * rules of HTTP/2 or HTTP/1.1 on a connection that stands; `go-away` refuses the
 * request and ends the connection by HTTP/2's own means.
 */
export type HttpFault = 'silent' | 'reset' | 'hang-up' | 'stream-error' | 'go-away';

/** Acts on requests that the server (or a censor of plain HTTP) has read; the first rule decides. */
export interface HttpRule {
  hosts: string[];
  /** The service's own answer if omitted. */
  answer?: HttpAnswer | HttpFault;
  /** Acts only on requests with this scheme; on both by default. */
  scheme?: 'http' | 'https';
  /** Acts only on paths with this prefix. */
  path?: string;
  /** Acts only on requests of this method. */
  method?: string;
  /** Acts only at these server addresses (literals or CIDR); the host elsewhere gives its own answer. */
  onAddresses?: string[];
  /** Acts only on those who come from these addresses (literals or CIDR). */
  callers?: string[];
  /** Acts only on this share of requests, in percent, by chance. */
  percent?: number;
  /** Time before the first byte of the answer. */
  delayMs?: number;
}

export type SocketAction =
  /** The upgrade is never answered. */
  | 'silent'
  /** The upgrade is answered, and nothing follows. */
  | 'swallow'
  /** The first frame is a close frame. */
  | 'close'
  /** The connection is cut when the first frame is due. */
  | 'cut'
  /** The upgrade is refused. */
  | { status: number }
  /** The first message is a different one. */
  | { greeting: string };

/** Acts only on WebSockets, after a server has read the upgrade; the first rule decides. */
export interface SocketRule {
  hosts: string[];
  action: SocketAction;
  /** Acts only on this many first upgrades. */
  times?: number;
}

export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** Without those that the request did not have. */
export type Marks = Partial<Record<'origin' | 'cookie' | 'referer' | 'authorization', string>>;

export interface LogEntry {
  /** Milliseconds since the epoch. */
  time: number;
  /** `censored` is an act of the censor, in addition to the entry on which it acted. */
  kind: 'tcp' | 'clienthello' | 'http' | 'dns' | 'doh' | 'websocket' | 'stun' | 'censored';
  /** Address of the server. */
  address: string;
  port: number;
  /** Identical for all entries of one TCP connection. */
  connection?: number;
  /** Server name, host or queried name. */
  name?: string;
  method?: string;
  path?: string;
  /** With its question mark; empty without one. */
  query?: string;
  /** For an `http` or `websocket` entry: the headers that name a person or an extension. */
  marks?: Marks;
  /** For the same entries: all headers, by their names in lower case. */
  headers?: Record<string, string>;
  status?: number;
  /**
   * The resolver's answer, or the DoH resolver's id. For an act: layer and action, such as `tls reset`,
   * `http 451`, `dns nxdomain`, `address reset`; actions of the kernel (drop, refuse, lossy) leave none.
   */
  detail?: string;
  /** For an act: whether it followed from too many ClientHellos with the name. */
  burst?: true;
  /** For a `tcp` entry: payload of the connection so far, from and to the browser, in bytes. */
  bytesIn?: number;
  bytesOut?: number;
}
