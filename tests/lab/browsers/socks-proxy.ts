import { connect, createServer, type Socket } from 'node:net';
import { matchesName } from '../world/name-pattern.ts';
import { announce } from './proxy-process.ts';

// Runs inside the browser's namespace: a SOCKS 5 proxy (RFC 1928) without a password, for connections alone.
const version = 5;
const noPassword = Buffer.from([version, 0]);
const connected = Buffer.from([version, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
/** As servers answer that could not get there, or do not know the name. */
const unreachable = Buffer.from([version, 4, 0, 1, 0, 0, 0, 0, 0, 0]);
const refused = (process.argv[3] ?? '').split(',').filter(Boolean);
const addressTypes = { ipv4: 1, name: 3 };

const server = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', () => {
    socket.write(noPassword);
    socket.once('data', (request) => pass(socket, request));
  });
});

/** Connects to the far end that a request names, and passes everything on. */
function pass(socket: Socket, request: Buffer): void {
  const { host, port } = destinationOf(request);
  if (matchesName(refused, host)) {
    socket.end(unreachable);
    return;
  }
  const far = connect(port, host, () => {
    socket.write(connected);
    socket.pipe(far);
    far.pipe(socket);
  });
  const end = (): void => {
    socket.destroy();
    far.destroy();
  };
  for (const side of [socket, far]) side.on('error', end).on('close', end);
}

function destinationOf(request: Buffer): { host: string; port: number } {
  const isName = request[3] === addressTypes.name;
  const end = isName ? 5 + (request[4] ?? 0) : 8;
  const host = isName ? request.toString('latin1', 5, end) : request.subarray(4, end).join('.');
  return { host, port: request.readUInt16BE(end) };
}

announce(server);
