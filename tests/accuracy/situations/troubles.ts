import { answer, error, isAddress, type Obstacle, type Step, silence } from '../browser/flow.ts';
import type { Random } from '../time/random.ts';
import type { Spans } from '../time/spans.ts';

/** Things in the way that nobody put there to hinder a messenger. */

/** Packets vanish although the browser sees a link. */
export function deadLine(spans: Spans): Obstacle {
  return (_flow, step, atMs) => (step !== 'start' && spans.covers(atMs) ? silence : null);
}

/** The name server does not answer, or answers that it cannot. */
export function deadResolver(spans: Spans, manner: 'silent' | 'failing'): Obstacle {
  return (_flow, step, atMs) => {
    if (step !== 'resolve' || !spans.covers(atMs)) return null;
    return manner === 'silent' ? silence : error('NAME_NOT_RESOLVED');
  };
}

/** The name server fails on a share of all questions, whatever they are. */
export function flakyResolver(random: Random, share: number): Obstacle {
  return (_flow, step) =>
    step === 'resolve' && random.chance(share) ? error('NAME_NOT_RESOLVED') : null;
}

export interface Portal {
  /** When it holds people up. */
  spans: Spans;
  /** What it does to a secure connection. */
  secure: 'certificate' | 'refuse' | 'silence';
  /** Connections from before go on. */
  sparesOpen: boolean;
}

/** A hotel's or train's page that wants a click first. */
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

/** A router whose table is full: a share of new connections never comes about, open ones go on. */
export function crowdedRouter(
  random: Random,
  isCrowded: (atMs: number) => boolean,
  share: number,
): Obstacle {
  return (_flow, step, atMs) =>
    step === 'connect' && isCrowded(atMs) && random.chance(share) ? silence : null;
}

/** Some hosts end requests in their own way, at one step. */
export function ending(
  hosts: ReadonlySet<string>,
  step: Step,
  end: ReturnType<Obstacle>,
  spans?: Spans,
): Obstacle {
  return (flow, at, atMs) =>
    at === step && hosts.has(flow.host) && (spans === undefined || spans.covers(atMs)) ? end : null;
}

/** Every secure connection shows a certificate that the browser does not like. */
export function badCertificates(code: 'CERT_DATE_INVALID' | 'CERT_AUTHORITY_INVALID'): Obstacle {
  return (_flow, step) => (step === 'hello' ? error(code) : null);
}

/** Servers that at times ask whether one is a robot, or have had enough. */
export function challenges(random: Random, share: number): Obstacle {
  return (flow, step) =>
    step === 'request' && !isAddress(flow.host) && random.chance(share)
      ? answer(random.pick([403, 429, 503]))
      : null;
}
