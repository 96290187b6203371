import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

// Runs inside the browser's namespace: an HTTP proxy as programs on a person's computer are, which tells
// its port to who started it and ends with them.
const server = createServer((asked, answer) => {
  const { method, headers, url = '' } = asked;
  const forwarded = request(url, { method, headers }, (told) => {
    answer.writeHead(told.statusCode ?? 502, told.headers);
    told.pipe(answer);
  });
  forwarded.on('error', () => answer.destroy());
  asked.pipe(forwarded);
});

server.on('connect', ({ url = '' }, socket) => {
  const { hostname, port } = new URL(`http://${url}`);
  const far = connect(Number(port || 80), hostname, () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(far);
    far.pipe(socket);
  });
  const end = (): void => {
    socket.destroy();
    far.destroy();
  };
  for (const side of [socket, far]) side.on('error', end).on('close', end);
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
