import type { UploadDraft } from '../settings/upload.ts';
import { serializers } from './otlp/request.ts';
import type { UploadRequest } from './request.ts';

const longestAnswer = 64 * 1024;

/** An answer that says nothing that can be relied on. */
export class UnreadableAnswer extends Error {}

/** How many records an accepting answer refuses. Rejects with `UnreadableAnswer`, or as the stream does. */
export type ReadAnswer = (response: Response, request: UploadRequest) => Promise<number>;

/** Reads partial success by OTLP; the other kinds say nothing but the status. */
export function answerReader(draft: UploadDraft): ReadAnswer {
  if (draft.kind !== 'otlp') {
    return async (response) => {
      await response.body?.cancel();
      return 0;
    };
  }
  const { encoding } = draft;
  return async (response, { part, records }) => {
    const bytes = await readAtMost(response, longestAnswer);
    // Some receivers answer with nothing, and of no type.
    if (bytes.length === 0) return 0;
    // A captive portal or a proxy in the receiver's place.
    if (response.headers.get('content-type')?.includes('html')) throw new UnreadableAnswer();
    const rejected = Number(rejectedOf(serializers[encoding], part, bytes) ?? 0);
    return Number.isFinite(rejected) ? Math.min(Math.max(0, rejected), records) : 0;
  };
}

/** Int64, so a text in JSON. */
function rejectedOf(
  { logs, metrics }: (typeof serializers)[keyof typeof serializers],
  part: string,
  bytes: Uint8Array,
): unknown {
  try {
    return part === 'logs'
      ? logs.deserializeResponse(bytes)?.partialSuccess?.rejectedLogRecords
      : metrics.deserializeResponse(bytes)?.partialSuccess?.rejectedDataPoints;
  } catch {
    throw new UnreadableAnswer();
  }
}

async function readAtMost({ body }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > most) throw new UnreadableAnswer();
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
