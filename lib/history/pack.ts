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

/** The most bytes of a block. */
const mostStored = 65_535;

/** Bytes in the same format, but not compressed (RFC 1951, 3.2.4). */
export function storedBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = Math.max(1, Math.ceil(bytes.length / mostStored));
  const blocks = new Uint8Array(bytes.length + 5 * count);
  const header = new DataView(blocks.buffer);
  for (let index = 0; index < count; index += 1) {
    const some = bytes.subarray(index * mostStored, (index + 1) * mostStored);
    const at = index * (mostStored + 5);
    header.setUint8(at, index + 1 === count ? 1 : 0);
    header.setUint16(at + 1, some.length, true);
    header.setUint16(at + 3, ~some.length, true);
    blocks.set(some, at + 5);
  }
  return blocks;
}

/** Without a `Blob`, which Chromium would send to another process first. */
function through(stream: CompressionStream | DecompressionStream, bytes: BufferSource): Response {
  const writer = stream.writable.getWriter();
  // Where it fails, so does reading, and whoever reads is told.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(stream.readable);
}
