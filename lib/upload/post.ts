import { parseRetryAfter, type Wait } from './back-off.ts';
import { type ReadAnswer, UnreadableAnswer } from './read-answer.ts';
import type { UploadRequest } from './request.ts';
import type { UploadProblem } from './status.ts';

/** What became of one request. */
export type Outcome =
  | { kind: 'accepted'; refused: number }
  /** It will never be taken as it is. */
  | { kind: 'refused'; problem: UploadProblem }
  | { kind: 'later'; problem: UploadProblem; wait: Wait };

export interface Post {
  fetch: typeof fetch;
  readAnswer: ReadAnswer;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Ends everything. */
  signal: AbortSignal;
  /** Ends this request. */
  deadline: AbortSignal;
}

/** Sends one request, without cookies, and without following redirects. Rejects with the signal's reason only. */
export async function post(request: UploadRequest, tools: Post): Promise<Outcome> {
  const { readAnswer, now, signal, deadline } = tools;
  const at = () => new Date(now()).toISOString();
  try {
    const response = await send(request, tools);
    if (response.ok) return { kind: 'accepted', refused: await readAnswer(response, request) };
    await response.body?.cancel();
    return judge(response, now());
  } catch (error) {
    signal.throwIfAborted();
    const kind =
      error instanceof UnreadableAnswer ? 'answer' : deadline.aborted ? 'slow' : 'unreachable';
    return { kind: 'later', problem: { kind, at: at() }, wait: { kind: 'back-off' } };
  }
}

async function send(
  { method, url, headers, body }: UploadRequest,
  { fetch, signal, deadline }: Post,
): Promise<Response> {
  const packed = headers['content-encoding'] === 'gzip' && body !== null ? await gzip(body) : body;
  return await fetch(url, {
    method,
    headers,
    body: packed,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, deadline]),
  });
}

/** https://opentelemetry.io/docs/specs/otlp/#failures-1, which names the statuses after which to send again. */
function judge({ status, headers }: Response, now: number): Outcome {
  const problem: UploadProblem = { kind: 'status', status, at: new Date(now).toISOString() };
  if (status === 400 || status === 413) return { kind: 'refused', problem };
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    const askedMs = parseRetryAfter(headers.get('retry-after'), now);
    const wait: Wait = askedMs === null ? { kind: 'back-off' } : { kind: 'asked', askedMs };
    return { kind: 'later', problem, wait };
  }
  // The specification forbids to send again; but what is wrong is the address, the token or the receiver, and not what
  // was sent. Months of records are not dropped for that.
  return { kind: 'later', problem, wait: { kind: 'mend' } };
}

async function gzip(body: string | Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return await new Response(packed).arrayBuffer();
}
