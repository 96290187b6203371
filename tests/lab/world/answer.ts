import { portalName } from '../known-names.ts';
import { matchesName } from '../name-pattern.ts';
import type { HttpRule } from '../world-description.ts';
import { answerDoh, dohResolverOf } from './doh.ts';
import { echoOf } from './echo.ts';
import type { WebReply, WebRequest } from './exchange.ts';
import { pageOf } from './pages.ts';
import { record, type WorldState } from './state.ts';

/** What the world says to a request: the portal, then the rules, then the genuine service. */
export function answerRequest(state: WorldState, request: WebRequest): WebReply {
  const { captivePortal, http = [] } = state.description;
  if (captivePortal && request.host !== portalName) {
    return { status: 302, headers: { location: `http://${portalName}/` } };
  }
  const rule = http.find((candidate) => appliesTo(candidate, request));
  if (rule) {
    const { address, port, connection, host: name } = request;
    const detail = `http ${describeHttpAnswer(rule.answer)}`;
    record(state, { kind: 'censored', address, port, connection, name, detail });
    return rule.answer;
  }
  const resolver = dohResolverOf(request);
  if (resolver) return answerDoh(state, resolver, request);
  return (
    echoOf(state.description, request.host, request.path) ?? pageOf(request.host, request.path)
  );
}

/** The status, or what is done instead of an answer. */
export function describeHttpAnswer(answer: HttpRule['answer']): string {
  return typeof answer === 'string' ? answer : `${answer.status}`;
}

function appliesTo(rule: HttpRule, request: WebRequest): boolean {
  return (
    matchesName(rule.hosts, request.host) &&
    (rule.scheme ?? request.scheme) === request.scheme &&
    request.path.startsWith(rule.path ?? '/')
  );
}
