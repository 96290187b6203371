import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TlsOptions } from 'node:tls';
import { answerRequest, httpRuleFor } from './answer.ts';
import type { Certificate } from './authority.ts';
import type { Certificates } from './certificates.ts';
import type { Connection } from './connection.ts';
import type { WorldDescription } from './description.ts';
import { readRequest, sendReply } from './exchange.ts';
import { suffer } from './fault.ts';
import { headersOf, marksOf } from './marks.ts';
import { matchesName } from './name-pattern.ts';
import { delay, record, type WorldState } from './state.ts';
import { upgrade } from './websocket.ts';

/** Of HTTP/2 (RFC 9113). */
const internalError = 2;
const refusedStream = 7;

/** Small TLS records, as servers use for a fast first paint: bytes before a freeze can be decrypted. */
const recordBytes = 1300;

export interface WebServer {
  certificates: Certificates;
  acceptPlain(socket: Socket, connection: Connection): void;
  acceptTls(socket: Socket, connection: Connection, certificate: Certificate): void;
}

/** HTTP/1.1 and HTTP/2 on connections that the front accepted. */
export function createWebServer(state: WorldState, certificates: Certificates): WebServer {
  return {
    certificates,
    // One server object per connection, so that requests know their connection.
    acceptPlain(socket, connection) {
      const server = createServer((request, response) =>
        respond(state, connection, { request, response }),
      );
      server.on('upgrade', (request: IncomingMessage, stream: Duplex) =>
        upgrade(state, connection, { request, stream }),
      );
      server.emit('connection', socket);
    },
    acceptTls(socket, connection, certificate) {
      const options = { ...certificate, allowHTTP1: true, ALPNCallback: protocolFor(state) };
      const server = createSecureServer(options, (request, response) =>
        respond(state, connection, { request, response }),
      );
      server.on('upgrade', (request: IncomingMessage, stream: Duplex) =>
        upgrade(state, connection, { request, stream }),
      );
      server.prependListener('secureConnection', (secure) => {
        secure.setMaxSendFragment(recordBytes);
      });
      server.on('sessionError', () => socket.destroy());
      server.emit('connection', socket);
    },
  };
}

/** HTTP/2 where the client offers it, but for names whose servers do not know it. */
function protocolFor({ description: { onlyHttp1 = [] } }: WorldState): TlsOptions['ALPNCallback'] {
  return ({ servername, protocols }) => {
    // Whoever contacts an address names no server: the name is then `false`, whatever its type says.
    const isOld = servername && matchesName(onlyHttp1, servername);
    const known = isOld ? ['http/1.1'] : ['h2', 'http/1.1'];
    return known.find((one) => protocols.includes(one));
  };
}

function respond(
  state: WorldState,
  connection: Connection,
  exchange: {
    request: IncomingMessage | Http2ServerRequest;
    response: ServerResponse | Http2ServerResponse;
  },
): void {
  void answer(state, connection, exchange).catch(() => connection.socket.destroy());
}

async function answer(
  state: WorldState,
  connection: Connection,
  {
    request: incoming,
    response,
  }: {
    request: IncomingMessage | Http2ServerRequest;
    response: ServerResponse | Http2ServerResponse;
  },
): Promise<void> {
  const request = await readRequest(incoming, connection);
  const { host: name, method, path, address, port } = request;
  const entry = record(state, {
    kind: 'http',
    address,
    port,
    connection: connection.id,
    name,
    method,
    path,
    query: request.search,
    marks: marksOf(request.headers),
    headers: headersOf(request.headers),
  });
  await delay(state);
  await sleep(httpRuleFor(state, request)?.delayMs ?? 0);
  const reply = answerRequest(state, request);
  if (typeof reply === 'string') {
    const isHttp2 = 'stream' in response;
    if (isHttp2 && reply === 'stream-error') response.stream.close(internalError);
    else if (isHttp2 && reply === 'go-away') goAway(response.stream);
    else suffer(reply, connection.socket, isHttp2 ? null : response.socket);
    return;
  }
  entry.status = reply.status;
  const headers = { ...reply.headers, ...addedHeaders(state.description, name) };
  sendReply(request, { ...reply, headers }, response);
}

/** Refuses the request and ends its connection, as a server does that shuts down. */
function goAway(stream: ServerHttp2Stream): void {
  stream.close(refusedStream);
  stream.session?.close();
}

const dayMs = 24 * 60 * 60 * 1000;

function addedHeaders(
  { setsCookie, clockAheadDays = 0, http3 = [] }: WorldDescription,
  name: string,
): Record<string, string> {
  return {
    ...(matchesName(http3, name) && { 'alt-svc': 'h3=":443"; ma=86400' }),
    date: new Date(Date.now() - clockAheadDays * dayMs).toUTCString(),
    ...(setsCookie !== undefined && { 'set-cookie': setsCookie }),
  };
}
