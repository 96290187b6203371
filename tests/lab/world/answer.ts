import { containsAddress } from '../network/addresses.ts';
import { plainDataCentres, portalName } from '../network/known-names.ts';
import { redirectsToTls } from '../network/service-hosts.ts';
import type { HttpAnswer, HttpRule } from './description.ts';
import { answerDoh, dohResolverOf } from './doh.ts';
import { echoOf } from './echo.ts';
import type { WebReply, WebRequest } from './exchange.ts';
import { matchesName } from './name-pattern.ts';
import { pageOf } from './pages.ts';
import { record, type WorldState } from './state.ts';

/** The world's answer to a request: from the portal, else by the rules, else from the service. */
export function answerRequest(state: WorldState, request: WebRequest): WebReply {
  const { captivePortal } = state.description;
  if (captivePortal && request.host !== portalName) {
    return { status: 302, headers: { location: `http://${portalName}/` } };
  }
  if (asksForPassword(state, request)) return { status: 401, headers: passwordChallenge };
  const rule = httpRuleFor(state, request);
  if (rule?.answer !== undefined) {
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
  return (
    echoOf(state.description, request) ?? withServer(request, pageOf(request.host, request.path))
  );
}

/** Telegram's data centres name their server. */
function withServer({ host }: WebRequest, page: HttpAnswer): HttpAnswer {
  if (!plainDataCentres.includes(host)) return page;
  return { ...page, headers: { ...page.headers, server: 'nginx/1.18.0' } };
}

export const passwordChallenge = { 'www-authenticate': 'Basic realm="lab"' };

/** Whether a host that wants a password got a request without one. */
export function asksForPassword(
  { description }: WorldState,
  { host, headers }: Pick<WebRequest, 'host' | 'headers'>,
): boolean {
  const isProtected = matchesName(description.asksForPassword ?? [], host);
  return isProtected && headers.authorization === undefined;
}

/** The status, or the action that replaces an answer. */
export function describeHttpAnswer(answer: NonNullable<HttpRule['answer']>): string {
  return typeof answer === 'string' ? answer : `${answer.status}`;
}

/** The first rule that matches a request. */
export function httpRuleFor(
  { description }: WorldState,
  request: RequestAddress,
): HttpRule | undefined {
  return description.http?.find((candidate) => appliesTo(candidate, request));
}

type RequestAddress = Pick<WebRequest, 'host' | 'scheme' | 'path' | 'caller' | 'address'> & {
  method?: string;
};

function appliesTo(rule: HttpRule, request: RequestAddress): boolean {
  return (
    matchesName(rule.hosts, request.host) &&
    (rule.scheme ?? request.scheme) === request.scheme &&
    request.path.startsWith(rule.path ?? '/') &&
    (rule.method ?? request.method) === request.method &&
    (rule.onAddresses === undefined || containsAddress(rule.onAddresses, request.address)) &&
    (rule.callers === undefined || containsAddress(rule.callers, request.caller)) &&
    (rule.percent === undefined || Math.random() * 100 < rule.percent)
  );
}
