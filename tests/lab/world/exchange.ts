import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { Connection } from './connection.ts';
import type { HttpAnswer, HttpFault } from './description.ts';

/** A request over any HTTP version. */
export interface WebRequest {
  scheme: 'http' | 'https';
  /** Without port; an address if the URL contained one. */
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  /** The query as it came, with its question mark. */
  search: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  address: string;
  port: number;
  caller: string;
  connection: number;
}

export type WebReply = HttpFault | (Omit<HttpAnswer, 'body'> & { body?: string | Uint8Array });

/** The common part of HTTP/1.1's and HTTP/2's response objects. */
export interface ResponseSink {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string | Uint8Array): unknown;
}

/** Reads a request with its body. */
export async function readRequest(
  incoming: IncomingMessage | Http2ServerRequest,
  connection: Connection,
): Promise<WebRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const authority =
    ('authority' in incoming ? incoming.authority : undefined) ?? incoming.headers.host;
  const url = new URL(incoming.url ?? '/', `http://${authority || connection.address}`);
  return {
    scheme: connection.scheme,
    host: url.hostname,
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    search: url.search,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    address: connection.address,
    port: connection.port,
    caller: connection.caller,
    connection: connection.id,
  };
}

/** Sends a reply, or the requested range of it. HEAD gets only the headers. */
export function sendReply(
  request: WebRequest,
  reply: Exclude<WebReply, string>,
  response: ResponseSink,
): void {
  const whole = Buffer.from(reply.body ?? '');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const part = range && reply.status === 200 && whole.length > 0 ? slice(whole, range) : undefined;
  const body = part ?? whole;
  const headers: Record<string, string> = { ...reply.headers };
  if (part) headers['content-range'] = `bytes ${range?.[1]}-*/${whole.length}`;
  if (reply.status !== 204 && reply.status !== 304) headers['content-length'] = `${body.length}`;
  response.writeHead(part ? 206 : reply.status, headers);
  response.end(request.method === 'HEAD' ? '' : body);
}

function slice(whole: Buffer, range: RegExpExecArray): Buffer {
  const start = Number(range[1]);
  return whole.subarray(start, range[2] ? Number(range[2]) + 1 : undefined);
}
