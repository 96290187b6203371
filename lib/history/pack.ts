/** A value as compressed JSON (raw DEFLATE). */
export async function pack(value: unknown): Promise<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  return through(new CompressionStream('deflate-raw'), json).arrayBuffer();
}

export async function unpack(packed: BufferSource): Promise<unknown> {
  return through(new DecompressionStream('deflate-raw'), packed).json();
}

/** Without a `Blob`, which Chromium would send to another process first. */
function through(stream: CompressionStream | DecompressionStream, bytes: BufferSource): Response {
  const writer = stream.writable.getWriter();
  // Where it fails, so does reading, and whoever reads is told.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(stream.readable);
}
