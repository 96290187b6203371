import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { noTlsNames, plainDataCentres } from '../network/known-names.ts';
import { untranslatedAddress } from '../network/translation.ts';
import { household } from '../tunnel/household.ts';
import type { Backstage } from './backstage.ts';
import {
  actsOnBytes,
  interrupt,
  isResidual,
  judge,
  judgeNameless,
  type Sentence,
  wordFor,
} from './censor.ts';
import { chooseCertificate } from './certificate-choice.ts';
import { parseClientHello } from './client-hello.ts';
import type { Connection } from './connection.ts';
import type { LogEntry } from './description.ts';
import { splice } from './splice.ts';
import { addressActionFor, delay, ownerOf, record, type WorldState } from './state.ts';
import type { WebServer } from './web-server.ts';

const ports = [80, 443, 4443];

export interface FrontParts {
  state: WorldState;
  backstage: Backstage;
  web: WebServer;
}

/** Accepts the browsers' connections: counts, censors, and passes them on to the servers behind. */
export async function serveFront(parts: FrontParts): Promise<void> {
  let lastId = 0;
  await Promise.all(
    ports.map(async (port) => {
      await Promise.all(
        ['0.0.0.0', '::'].map(async (host) => {
          const server = createServer((socket) => {
            lastId += 1;
            receive(parts, socket, { id: lastId, port });
          });
          server.listen({ port, host, ipv6Only: true });
          await once(server, 'listening');
        }),
      );
    }),
  );
}

function receive(
  parts: FrontParts,
  socket: Socket,
  { id, port }: { id: number; port: number },
): void {
  const { state } = parts;
  const { address, caller } = endsOf(socket);
  const entry = record(state, { kind: 'tcp', address, port, connection: id });
  count(socket, entry);
  state.sockets.add(socket);
  socket.on('close', () => state.sockets.delete(socket));
  socket.on('error', () => socket.destroy());
  if (addressActionFor(state, address) === 'reset') {
    record(state, { kind: 'censored', address, port, connection: id, detail: 'address reset' });
    socket.resetAndDestroy();
    return;
  }
  if (isResidual(state, { caller, address })) {
    socket.resume();
    return;
  }

  let received = Buffer.alloc(0);
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    const hello = parseClientHello(received);
    if (hello.state === 'incomplete') return;
    socket.off('data', onData);
    socket.pause();
    const scheme = hello.state === 'not-tls' ? 'http' : 'https';
    const connection: Connection = { id, address, port, caller, scheme, socket };
    const first = received;
    void delay(state)
      .then(() =>
        hello.state === 'not-tls'
          ? passPlain(parts, connection, first)
          : passTls(parts, connection, { first, serverName: hello.serverName }),
      )
      .catch(() => socket.destroy());
  };
  socket.on('data', onData);
}

/** As the server sees them: behind a translator both have IPv4 addresses. */
function endsOf({ localAddress = '', remoteAddress = '' }: Socket): {
  address: string;
  caller: string;
} {
  const untranslated = untranslatedAddress(localAddress);
  return untranslated === null
    ? { address: localAddress, caller: remoteAddress }
    : { address: untranslated, caller: household.address };
}

function passPlain({ backstage, web }: FrontParts, connection: Connection, first: Buffer): void {
  const server = backstage.open((end) => web.acceptPlain(end, connection));
  splice(connection.socket, server, { first, action: undefined, onLimit: () => {} });
}

async function passTls(
  { state, backstage, web }: FrontParts,
  connection: Connection,
  { first, serverName }: { first: Buffer; serverName: string | undefined },
): Promise<void> {
  const { id, address, port, caller, socket } = connection;
  record(state, {
    kind: 'clienthello',
    address,
    port,
    connection: id,
    ...(serverName ? { name: serverName } : {}),
  });
  const sentence = serverName
    ? judge(state, { name: serverName, address, caller })
    : judgeNameless(state.description);
  const action = sentence?.action;
  const act = (): void => recordAct(state, { connection, serverName, sentence });
  if (sentence?.delayMs) await sleep(sentence.delayMs);
  if (socket.destroyed) return;
  if (action && !actsOnBytes(action)) act();
  if (interrupt(socket, action)) return;
  const owner = serverName ?? ownerOf(state, address);
  const speaksNoTls = plainDataCentres.includes(address) || noTlsNames.includes(owner ?? '');
  if (speaksNoTls && !state.description.captivePortal) {
    socket.end();
    return;
  }
  const certificate = await chooseCertificate(web.certificates, {
    world: state.description,
    action,
    owner,
    address,
  });
  const server = backstage.open((end) => web.acceptTls(end, connection, certificate));
  const passage = { name: serverName, ...splice(socket, server, { first, action, onLimit: act }) };
  state.passages.add(passage);
  socket.on('close', () => state.passages.delete(passage));
}

function recordAct(
  state: WorldState,
  {
    connection: { id, address, port },
    serverName,
    sentence,
  }: { connection: Connection; serverName: string | undefined; sentence: Sentence | undefined },
): void {
  if (!sentence) return;
  record(state, {
    kind: 'censored',
    address,
    port,
    connection: id,
    ...(serverName ? { name: serverName } : {}),
    detail: `tls ${wordFor(sentence.action)}`,
    ...(sentence.burst ? { burst: true as const } : {}),
  });
}

function count(socket: Socket, entry: LogEntry): void {
  Object.defineProperties(entry, {
    bytesIn: { enumerable: true, get: () => socket.bytesRead },
    bytesOut: { enumerable: true, get: () => socket.bytesWritten },
  });
}
