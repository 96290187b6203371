import { dohResolvers } from '../network/known-names.ts';
import {
  answeredAddresses,
  decide,
  describeAnswer,
  encodeAnswer,
  readQuestion,
  responseCode,
  rulesOf,
} from './dns-answer.ts';
import type { WebReply, WebRequest } from './exchange.ts';
import { record, type WorldState } from './state.ts';

const typeCodes: Record<string, number> = { A: 1, AAAA: 28 };

/** The id of the DoH resolver that a request addresses; undefined if none. */
export function dohResolverOf(request: WebRequest): string | undefined {
  if (request.path !== '/dns-query' && request.path !== '/resolve') return undefined;
  return dohResolvers.find(({ hosts }) => hosts.includes(request.host))?.id;
}

/** Answers RFC 8484 and, if `name` is present, the JSON dialect; `silent` if the rules demand it. */
export function answerDoh(state: WorldState, id: string, request: WebRequest): WebReply {
  return request.query.has('name')
    ? answerJson(state, id, request)
    : answerWire(state, id, request);
}

function answerWire(state: WorldState, id: string, request: WebRequest): WebReply {
  const message =
    request.method === 'POST'
      ? request.body
      : Buffer.from(request.query.get('dns') ?? '', 'base64url');
  const question = readQuestion(message);
  if (!question) return { status: 400 };
  const answer = ask(state, id, request, question);
  const body = encodeAnswer(question, answer, state.description);
  if (!body) return 'silent';
  return { status: 200, headers: { 'content-type': 'application/dns-message' }, body };
}

function answerJson(state: WorldState, id: string, request: WebRequest): WebReply {
  const name = (request.query.get('name') ?? '').toLowerCase();
  const requested = (request.query.get('type') ?? 'A').toUpperCase();
  const type =
    Object.keys(typeCodes).find((key) => String(typeCodes[key]) === requested) ?? requested;
  const answer = ask(state, id, request, { name, type });
  if (answer === 'silent') return 'silent';
  const addresses = answeredAddresses(answer, { name, type }, state.description);
  return {
    status: 200,
    headers: { 'content-type': 'application/dns-json' },
    body: JSON.stringify({
      Status: responseCode(answer),
      Question: [{ name, type: typeCodes[type] }],
      Answer: addresses.map((data) => ({ name, type: typeCodes[type], TTL: 1, data })),
    }),
  };
}

function ask(
  state: WorldState,
  id: string,
  request: WebRequest,
  { name, type }: { name: string; type: string },
) {
  const answer = decide(rulesOf(state.description, id), { name, type });
  state.askedNames.add(name);
  const { address, port, connection } = request;
  record(state, { kind: 'doh', address, port, connection, name, method: type, detail: id });
  if (answer !== 'truth') {
    const detail = `dns ${describeAnswer(answer)}`;
    record(state, { kind: 'censored', address, port, connection, name, detail });
  }
  return answer;
}
