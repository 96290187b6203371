import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { Connection } from './connection.ts';
import type { HttpAnswer } from './description.ts';

/** A request, however it came. */
export interface WebRequest {
  scheme: 'http' | 'https';
  /** Without port; an address where the URL named one. */
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  address: string;
  port: number;
  caller: string;
  connection: number;
}

export type WebReply =
  | 'silent'
  | 'reset'
  | (Omit<HttpAnswer, 'body'> & { body?: string | Uint8Array });

/** What HTTP/1.1's and HTTP/2's response objects have in common. */
export interface ResponseSink {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string | Uint8Array): unknown;
}

/** Reads a request to its end. */
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
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    address: connection.address,
    port: connection.port,
    caller: connection.caller,
    connection: connection.id,
  };
}

/** Sends a reply, or a part of it where a range was asked for. HEAD gets the headers alone. */
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
