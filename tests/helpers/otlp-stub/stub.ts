import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { type Decoded, decode } from './decode.ts';
import type { Fault } from './fault.ts';
import { partialSuccess } from './partial-success.ts';

/** A request that the stub took, with the records or the points that it did not refuse. */
export interface Taken extends Decoded {
  path: string;
  headers: IncomingMessage['headers'];
  refused: Pick<Decoded, 'records' | 'points'>;
}

export interface StubOptions {
  /** What goes wrong with a request; null: nothing. Called once a request, in the order of their coming. */
  fault?: (decoded: Decoded) => Fault | null;
  onTaken?: (taken: Taken) => void;
}

export interface OtlpStub {
  url: string;
  /** Requests so far. */
  readonly requests: number;
  close(): Promise<void>;
}

/** A receiver of OTLP/HTTP on this computer that checks what comes by the official definitions, and has faults. */
export async function startOtlpStub(options: StubOptions = {}): Promise<OtlpStub> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void answer(request, response, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { fault: nextFault, onTaken }: StubOptions,
): Promise<void> {
  const body = await bodyOf(request);
  const path = request.url ?? '';
  const mediaType = request.headers['content-type'] ?? '';
  try {
    const { resource, records, points } = decode(path, mediaType, body);
    const take = (refuses: number) => {
      const refused = { records: records.slice(0, refuses), points: points.slice(0, refuses) };
      onTaken?.({
        resource,
        path,
        headers: request.headers,
        refused,
        records: records.slice(refuses),
        points: points.slice(refuses),
      });
    };
    const fault = nextFault?.({ resource, records, points }) ?? null;
    respond(response, { fault, path, mediaType, take });
  } catch (error) {
    response.writeHead(400).end(String(error));
  }
}

interface Answering {
  fault: Fault | null;
  path: string;
  mediaType: string;
  take: (refuses: number) => void;
}

function respond(response: ServerResponse, { fault, path, mediaType, take }: Answering): void {
  const headers = { 'content-type': mediaType };
  if (fault === null) {
    take(0);
    response.writeHead(200, headers).end(partialSuccess(path, mediaType, 0));
    return;
  }
  switch (fault.kind) {
    case 'partial':
      take(fault.rejects);
      response.writeHead(200, headers).end(partialSuccess(path, mediaType, fault.rejects));
      return;
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
      response.writeHead(fault.status).end();
      return;
    case 'slow':
      if (fault.stored) take(0);
      return;
    case 'cut':
      if (fault.stored) take(0);
      response.writeHead(200, { ...headers, 'content-length': '100' });
      response.write('{', () => response.destroy());
      return;
    case 'portal':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Please log in.</p>');
      return;
    case 'endless':
      response.writeHead(200, headers);
      writeOn(response);
      return;
    case 'redirect':
      response.writeHead(307, { location: fault.to }).end();
      return;
    default:
      fault satisfies never;
  }
}

function writeOn(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write(' '.repeat(32 * 1024), () => writeOn(response));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const body = Buffer.concat(await Array.fromAsync<Buffer>(request));
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}
