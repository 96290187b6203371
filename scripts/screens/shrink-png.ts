import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColors = 256;

interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each point as one number. */
  points: Uint32Array;
}

/** The same picture with at most 256 colours, a third as large; flat grounds keep theirs exactly. */
export function shrinkPng(png: Buffer): Buffer {
  const picture = decode(png);
  const { palette, indexOf } = paletteOf(picture.points);
  return encode(picture, palette, indexOf);
}

/** @throws Error where it is not a picture as browsers take it: 8 bits for each channel, in one pass */
function decode(png: Buffer): Picture {
  const parts = chunksOf(png);
  const header = parts.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = new Map([
    [2, 3],
    [6, 4],
  ]).get(header[9] ?? 0);
  if (channels === undefined || header[8] !== 8 || header[12] !== 0) {
    throw new Error('a picture of another kind');
  }
  const packed = parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const bytes = unfilter(inflateSync(Buffer.concat(packed)), width * channels, channels);
  const points = new Uint32Array(width * height);
  for (let index = 0; index < points.length; index += 1) {
    points[index] = bytes.readUIntBE(index * channels, 3);
  }
  return { width, height, points };
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each line says by its first byte from which neighbours its bytes differ by what they say. */
function unfilter(lines: Buffer, stride: number, step: number): Buffer {
  const count = lines.length / (stride + 1);
  const out = Buffer.alloc(count * stride);
  for (let line = 0; line < count; line += 1) {
    const filter = lines[line * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const here = line * stride + at;
      const left = at < step ? 0 : (out[here - step] ?? 0);
      const up = line === 0 ? 0 : (out[here - stride] ?? 0);
      const corner = at < step || line === 0 ? 0 : (out[here - stride - step] ?? 0);
      const byte = lines[line * (stride + 1) + 1 + at] ?? 0;
      out[here] = (byte + predict(filter, { left, up, corner })) & 0xff;
    }
  }
  return out;
}

function predict(filter: number, { left, up, corner }: Record<string, number>): number {
  const [a, b, c] = [left ?? 0, up ?? 0, corner ?? 0];
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  if (filter !== 4) return 0;
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** The most frequent colours, of those that look alike the most frequent one; each other has its nearest. */
function paletteOf(points: Uint32Array): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const color of points) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts.keys()].toSorted(
    (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
  );
  const chosen = new Map<number, number>();
  for (const color of byCount) {
    const alike = counts.size <= mostColors ? color : color & 0xf8f8f8;
    if (!chosen.has(alike) && chosen.size < mostColors) chosen.set(alike, color);
  }
  const palette = [...chosen.values()];
  return { palette, indexOf: new Map(byCount.map((color) => [color, nearest(palette, color)])) };
}

function nearest(palette: readonly number[], color: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, one] of palette.entries()) {
    const distance = distanceOf(one, color);
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
}

function distanceOf(one: number, other: number): number {
  const differences = [16, 8, 0].map((bits) => ((one >> bits) & 0xff) - ((other >> bits) & 0xff));
  return differences.reduce((sum, difference) => sum + difference * difference, 0);
}

function encode(
  { width, height, points }: Picture,
  palette: readonly number[],
  indexOf: ReadonlyMap<number, number>,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colors = Buffer.alloc(palette.length * 3);
  for (const [index, color] of palette.entries()) colors.writeUIntBE(color, index * 3, 3);
  const lines = Buffer.alloc((width + 1) * height);
  for (const [index, color] of points.entries()) {
    lines[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = indexOf.get(color) ?? 0;
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
