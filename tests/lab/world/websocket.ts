import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { asksForPassword, describeHttpAnswer, httpRuleFor, passwordChallenge } from './answer.ts';
import type { Connection } from './connection.ts';
import type { HttpAnswer, SocketAction } from './description.ts';
import { suffer } from './fault.ts';
import { headersOf, marksOf } from './marks.ts';
import { matchesName } from './name-pattern.ts';
import { delay, record, type WorldState } from './state.ts';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const closeFrame = Buffer.from([0x88, 0]);

/** A server's first message on a WebSocket. */
const greetings: Record<string, string> = {
  'gateway.discord.gg': '{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}',
};

/** Opens a WebSocket, or refuses it if an HTTP rule of the world demands it. */
export function upgrade(
  state: WorldState,
  connection: Connection,
  { request, stream }: { request: IncomingMessage; stream: Duplex },
): void {
  stream.on('error', () => stream.destroy());
  void open(state, connection, { request, stream }).catch(() => stream.destroy());
}

async function open(
  state: WorldState,
  connection: Connection,
  { request, stream }: { request: IncomingMessage; stream: Duplex },
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? connection.address}`);
  const { address, port, id, scheme, caller } = connection;
  const name = url.hostname;
  const path = url.pathname;
  record(state, {
    kind: 'websocket',
    address,
    port,
    connection: id,
    name,
    path,
    query: url.search,
    marks: marksOf(request.headers),
    headers: headersOf(request.headers),
  });
  await delay(state);
  const rule = httpRuleFor(state, { host: name, scheme, path, caller, address });
  if (rule?.answer !== undefined) {
    const detail = `http ${describeHttpAnswer(rule.answer)}`;
    record(state, { kind: 'censored', address, port, connection: id, name, detail });
  }
  if (typeof rule?.answer === 'string') {
    suffer(rule.answer, connection.socket, stream);
    return;
  }
  if (rule?.answer !== undefined) {
    refuse(state, stream, rule.answer);
    return;
  }
  if (asksForPassword(state, { host: name, headers: request.headers })) {
    refuse(state, stream, { status: 401, headers: passwordChallenge });
    return;
  }
  const action = actionFor(state, name);
  if (action !== undefined) {
    const detail = `socket ${typeof action === 'string' ? action : Object.values(action)[0]}`;
    record(state, { kind: 'censored', address, port, connection: id, name, detail });
  }
  if (action === 'silent') return;
  if (typeof action === 'object' && 'status' in action) {
    refuse(state, stream, action);
    return;
  }
  accept(state, request, stream);
  if (action === 'swallow') return;
  if (action === 'cut') {
    stream.end();
    return;
  }
  const closes = action === 'close';
  const greeting = typeof action === 'object' ? action.greeting : greetings[name];
  if (closes) stream.write(closeFrame);
  else if (greeting) stream.write(textFrame(greeting));
  // Whoever closes waits for the other's close frame (RFC 6455); a client that closes gets one back, whatever its code.
  stream.on('data', (frame: Buffer) => {
    if (((frame[0] ?? 0) & 0x0f) !== 8) return;
    if (closes) stream.end();
    else stream.end(closeFrame);
  });
}

function actionFor(state: WorldState, name: string): SocketAction | undefined {
  const rule = state.description.sockets?.find(({ hosts }) => matchesName(hosts, name));
  if (rule === undefined) return undefined;
  const acts = (state.acts.get(rule) ?? 0) + 1;
  state.acts.set(rule, acts);
  return rule.times !== undefined && acts > rule.times ? undefined : rule.action;
}

function refuse(
  state: WorldState,
  stream: Duplex,
  { status, headers = {} }: Omit<HttpAnswer, 'body'>,
): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const fixed = [`HTTP/1.1 ${status} Refused`, 'content-length: 0'];
  writeHead(stream, [...fixed, ...lines, ...cookieLines(state)]);
  stream.end();
}

function accept(state: WorldState, request: IncomingMessage, stream: Duplex): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const protocol = request.headers['sec-websocket-protocol']?.split(',')[0]?.trim();
  writeHead(stream, [
    'HTTP/1.1 101 Switching Protocols',
    'upgrade: websocket',
    'connection: Upgrade',
    `sec-websocket-accept: ${createHash('sha1').update(`${key}${magic}`).digest('base64')}`,
    ...(protocol ? [`sec-websocket-protocol: ${protocol}`] : []),
    ...cookieLines(state),
  ]);
}

function cookieLines({ description: { setsCookie } }: WorldState): string[] {
  return setsCookie === undefined ? [] : [`set-cookie: ${setsCookie}`];
}

function writeHead(stream: Duplex, lines: readonly string[]): void {
  stream.write(`${lines.join('\r\n')}\r\n\r\n`);
}

function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, payload.length]), payload]);
}
