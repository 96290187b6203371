import { answer, error, isAddress, type Obstacle, type Step, silence } from '../browser/flow.ts';
import type { Random } from '../time/random.ts';
import type { Spans } from '../time/spans.ts';

/** Obstacles that do not aim at a messenger. */

/** Packets vanish although the link is up. */
export function deadLine(spans: Spans): Obstacle {
  return (_flow, step, atMs) => (step !== 'start' && spans.covers(atMs) ? silence : null);
}

/** The name server does not answer, or answers with a failure. */
export function deadResolver(spans: Spans, manner: 'silent' | 'failing'): Obstacle {
  return (_flow, step, atMs) => {
    if (step !== 'resolve' || !spans.covers(atMs)) return null;
    return manner === 'silent' ? silence : error('NAME_NOT_RESOLVED');
  };
}

/** The name server fails on a share of all queries, whatever the name. */
export function flakyResolver(random: Random, share: number): Obstacle {
  return (_flow, step) =>
    step === 'resolve' && random.chance(share) ? error('NAME_NOT_RESOLVED') : null;
}

/** The name server does not find some names. */
export function lostNames(spans: Spans, hosts: ReadonlySet<string>): Obstacle {
  return ending(hosts, 'resolve', error('NAME_NOT_RESOLVED'), spans);
}

export type ProxyCode = 'PROXY_CONNECTION_FAILED' | 'TUNNEL_CONNECTION_FAILED';

/** The browser's proxy does not connect; some hosts are asked without it. */
export function deadProxy(spans: Spans, isDirect: ReadonlySet<string>, code: ProxyCode): Obstacle {
  return ({ host }, step, atMs) =>
    step === 'connect' && !isDirect.has(host) && spans.covers(atMs) ? error(code) : null;
}

export interface Portal {
  /** When it is active. */
  spans: Spans;
  /** What it does to TLS connections. */
  secure: 'certificate' | 'refuse' | 'silence';
  /** Open connections continue. */
  sparesOpen: boolean;
}

/** A hotel's or train's page that demands a click first. */
export function captivePortal({ spans, secure, sparesOpen }: Portal): Obstacle {
  return (flow, step, atMs) => {
    if (!spans.covers(atMs)) return null;
    if (step === 'connect') {
      return flow.secure && secure !== 'certificate' ? refusal(secure) : null;
    }
    if (step === 'hello') return error('CERT_AUTHORITY_INVALID');
    if (step !== 'request') return null;
    if (!flow.secure) return answer(302);
    return sparesOpen ? null : silence;
  };
}

function refusal(manner: 'refuse' | 'silence') {
  return manner === 'refuse' ? error('CONNECTION_REFUSED') : silence;
}

/** A router with a full table: a share of new connections fails, open ones continue. */
export function crowdedRouter(
  random: Random,
  isCrowded: (atMs: number) => boolean,
  share: number,
): Obstacle {
  return (_flow, step, atMs) =>
    step === 'connect' && isCrowded(atMs) && random.chance(share) ? silence : null;
}

/** Ends requests to some hosts at one step, with the given ending. */
export function ending(
  hosts: ReadonlySet<string>,
  step: Step,
  end: ReturnType<Obstacle>,
  spans?: Spans,
): Obstacle {
  return (flow, at, atMs) =>
    at === step && hosts.has(flow.host) && (spans === undefined || spans.covers(atMs)) ? end : null;
}

/** Every TLS connection presents a certificate that the browser rejects. */
export function badCertificates(code: 'CERT_DATE_INVALID' | 'CERT_AUTHORITY_INVALID'): Obstacle {
  return (_flow, step) => (step === 'hello' ? error(code) : null);
}

/** Servers that sometimes answer with a bot challenge or a rate limit. */
export function challenges(random: Random, share: number): Obstacle {
  return (flow, step) =>
    step === 'request' && !isAddress(flow.host) && random.chance(share)
      ? answer(random.pick([403, 429, 503]))
      : null;
}
