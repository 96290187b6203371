/**
 * Decompresses a block in Snappy's raw format (google/snappy, format_description.txt).
 * @throws RangeError where it is not one
 */
export function unsnappy(block: Uint8Array): Buffer {
  const { value: length, next } = readVarint(block, 0);
  if (length > 64 * 1024 * 1024) throw new RangeError('Not a Snappy block.');
  const output = Buffer.alloc(length);
  let [from, to] = [next, 0];
  while (from < block.length && to < length) {
    const tag = byteAt(block, from);
    const element = (tag & 3) === 0 ? readLiteral(block, from) : readCopy(block, from);
    const isWhole = element.next <= block.length && to + element.length <= length;
    if (!isWhole) throw new RangeError('Not a Snappy block.');
    if ('start' in element) {
      output.set(block.subarray(element.start, element.start + element.length), to);
    } else {
      if (element.offset === 0 || element.offset > to) throw new RangeError('Not a Snappy block.');
      // Byte by byte: a copy may reach into itself.
      for (let index = to; index < to + element.length; index += 1) {
        output[index] = byteAt(output, index - element.offset);
      }
    }
    from = element.next;
    to += element.length;
  }
  if (to !== length) throw new RangeError('Not a Snappy block.');
  return output;
}

interface Element {
  length: number;
  next: number;
}

function readLiteral(block: Uint8Array, at: number): Element & { start: number } {
  const short = byteAt(block, at) >> 2;
  const extra = short < 60 ? 0 : short - 59;
  const length = 1 + (extra === 0 ? short : readLittleEndian(block, at + 1, extra));
  const start = at + 1 + extra;
  return { length, start, next: start + length };
}

function readCopy(block: Uint8Array, at: number): Element & { offset: number } {
  const tag = byteAt(block, at);
  if ((tag & 3) === 1) {
    const offset = ((tag >> 5) << 8) | byteAt(block, at + 1);
    return { length: 4 + ((tag >> 2) & 7), offset, next: at + 2 };
  }
  const size = (tag & 3) === 2 ? 2 : 4;
  const offset = readLittleEndian(block, at + 1, size);
  return { length: 1 + (tag >> 2), offset, next: at + 1 + size };
}

/** A variable-length number: seven bits a byte, the lowest first. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = byteAt(bytes, at + index);
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, next: at + index + 1 };
  }
  throw new RangeError('Not a number.');
}

function readLittleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value += byteAt(bytes, at + index) * 256 ** index;
  return value;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new RangeError('The block ends too early.');
  return byte;
}
