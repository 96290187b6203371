import { containsAddress } from '../network/addresses.ts';
import { portalName, redirectsToTls } from '../network/known-names.ts';
import type { HttpRule } from './description.ts';
import { answerDoh, dohResolverOf } from './doh.ts';
import { echoOf } from './echo.ts';
import type { WebReply, WebRequest } from './exchange.ts';
import { matchesName } from './name-pattern.ts';
import { pageOf } from './pages.ts';
import { record, type WorldState } from './state.ts';

/** What the world says to a request: the portal, then the rules, then the genuine service. */
export function answerRequest(state: WorldState, request: WebRequest): WebReply {
  const { captivePortal } = state.description;
  if (captivePortal && request.host !== portalName) {
    return { status: 302, headers: { location: `http://${portalName}/` } };
  }
  const rule = httpRuleFor(state, request);
  if (rule) {
    const { address, port, connection, host: name } = request;
    const detail = `http ${describeHttpAnswer(rule.answer)}`;
    record(state, { kind: 'censored', address, port, connection, name, detail });
    return rule.answer;
  }
  const resolver = dohResolverOf(request);
  if (resolver) return answerDoh(state, resolver, request);
  if (request.scheme === 'http' && redirectsToTls.includes(request.host)) {
    return { status: 301, headers: { location: `https://${request.host}${request.path}` } };
  }
  return echoOf(state.description, request) ?? pageOf(request.host, request.path);
}

/** The status, or what is done instead of an answer. */
export function describeHttpAnswer(answer: HttpRule['answer']): string {
  return typeof answer === 'string' ? answer : `${answer.status}`;
}

/** The first rule that means a request. */
export function httpRuleFor({ description }: WorldState, request: Asked): HttpRule | undefined {
  return description.http?.find((candidate) => appliesTo(candidate, request));
}

type Asked = Pick<WebRequest, 'host' | 'scheme' | 'path' | 'caller'>;

function appliesTo(rule: HttpRule, request: Asked): boolean {
  return (
    matchesName(rule.hosts, request.host) &&
    (rule.scheme ?? request.scheme) === request.scheme &&
    request.path.startsWith(rule.path ?? '/') &&
    (rule.callers === undefined || containsAddress(rule.callers, request.caller))
  );
}
