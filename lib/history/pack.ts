/** Turns a value into bytes and back: JSON, compressed (raw DEFLATE). */
export interface Packing {
  pack(value: unknown): Promise<BufferSource>;
  unpack(packed: Uint8Array<ArrayBuffer>): Promise<unknown>;
}

/** With the browser's own streams, which take no code of ours. */
export const streamPacking: Packing = {
  async pack(value) {
    const json = new TextEncoder().encode(JSON.stringify(value));
    return through(new CompressionStream('deflate-raw'), json).arrayBuffer();
  },
  unpack: async (packed) => through(new DecompressionStream('deflate-raw'), packed).json(),
};

/** Without a `Blob`, which Chromium would send to another process first. */
function through(stream: CompressionStream | DecompressionStream, bytes: BufferSource): Response {
  const writer = stream.writable.getWriter();
  // Where it fails, so does reading, and whoever reads is told.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(stream.readable);
}
