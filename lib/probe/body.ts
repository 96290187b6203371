/** More than any target of the catalog needs; keeps a round small if a server ignores HEAD. */
const defaultLimitBytes = 65_536;

/** In milliseconds. The end follows the last byte at once, but for a server that keeps the answer open. */
const endBoundMs = 200;

/** The bytes read from a response. */
export interface BodyRead {
  body: Uint8Array;
  /** False if the stream broke off; `body` holds the bytes that arrived before. */
  complete: boolean;
}

export interface ReadOptions {
  limitBytes?: number | undefined;
  onChunk?: () => void;
}

/** Reads a response as a stream, so that bytes before a cut or a stall are kept. */
export async function readBody(
  response: Response,
  { limitBytes = defaultLimitBytes, onChunk }: ReadOptions = {},
): Promise<BodyRead> {
  if (response.body === null) return { body: new Uint8Array(), complete: true };
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  try {
    while (length < limitBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      onChunk?.();
      length += value.byteLength;
    }
    complete = true;
    if (length === limitBytes) await endOrMore(reader);
    await reader.cancel();
  } catch {
    // The caller's own timer distinguishes a time limit from a cut.
  }
  return { body: concatenate(chunks, length), complete };
}

/**
 * Settles when the body ends by itself or goes on, and in any case soon: Chromium may report an answer that is broken off
 * to whom its server names.
 */
async function endOrMore(reader: ReadableStreamDefaultReader): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, endBoundMs);
  try {
    await Promise.race([reader.read(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function concatenate(chunks: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
