import { createServer, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { matchesName } from '../world/name-pattern.ts';
import { announce } from './proxy-process.ts';

// Runs inside the browser's namespace: an HTTP proxy like those of programs on a person's computer.
const resets = process.argv[4] === 'resets';
const isClosing = process.argv[4] === 'closing';

const server = createServer((incoming, answer) => {
  if (isClosing) {
    answer.destroy();
    return;
  }
  const { method, headers, url = '' } = incoming;
  const forwarded = request(url, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  forwarded.on('error', () => answer.destroy());
  incoming.pipe(forwarded);
});

const refused = (process.argv[3] ?? '').split(',').filter(Boolean);

server.on('connect', ({ url = '' }, socket: Socket) => {
  if (isClosing) {
    socket.destroy();
    return;
  }
  const { hostname, port } = new URL(`http://${url}`);
  if (matchesName(refused, hostname)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const far = connect(Number(port || 80), hostname, () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(far);
    far.pipe(socket);
  });
  const end = (): void => {
    if (resets) socket.resetAndDestroy();
    else socket.destroy();
    far.destroy();
  };
  for (const side of [socket, far]) side.on('error', end).on('close', end);
});

announce(server);
