import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { held, type ReceivedUpload, type ReceiverMessage } from './start-receiver.ts';

/*
 * A server that takes whatever is sent to it, and tells the parent process of it: first its port, then each request, and
 * those that were given up before an answer. Arguments: the statuses of its first answers, joined by commas; it answers
 * 200 after these.
 */

const statuses = (process.argv[2] ?? '').split(',').filter(Boolean).map(Number);

const server = createServer((request, response) => void receive(request, response));

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const isPacked = request.headers['content-encoding'] === 'gzip';
  const received: ReceivedUpload = {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers as Record<string, string>,
    body: (isPacked ? gunzipSync(body) : body).toString('base64'),
  };
  const status = statuses.shift() ?? 200;
  if (status === held) {
    response.on('close', () => tell({ kind: 'cut' }));
    return tell({ kind: 'received', received });
  }
  response.writeHead(status, { 'content-type': 'application/json', 'set-cookie': 'seen=1' });
  response.end('{}');
  tell({ kind: 'received', received });
}

function tell(message: ReceiverMessage): void {
  process.send?.(message);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') tell({ kind: 'port', port: address.port });
});
process.on('disconnect', () => process.exit());
