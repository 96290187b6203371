const largest = 1 << 26;

/** Expands raw snappy (google/snappy, format_description.txt). Null where the input is none. */
export function expandSnappy(input: Buffer): Buffer | null {
  const length = readVarint(input);
  if (length === null || length.value > largest) return null;
  const output = Buffer.alloc(length.value);
  let from = length.taken;
  let to = 0;
  while (to < output.length) {
    const element = elementAt(input, from);
    if (element === null || to + element.length > output.length) return null;
    from = element.next;
    if (element.offset === null) {
      input.copy(output, to, from - element.length, from);
    } else {
      if (element.offset === 0 || element.offset > to) return null;
      // A copy may overlap what it writes.
      for (let i = 0; i < element.length; i += 1) {
        output[to + i] = output[to + i - element.offset] ?? 0;
      }
    }
    to += element.length;
  }
  return output;
}

interface Element {
  length: number;
  /** Distance to copy from; null for a literal. */
  offset: number | null;
  next: number;
}

function elementAt(input: Buffer, at: number): Element | null {
  const tag = input[at];
  if (tag === undefined) return null;
  const size = tag >> 2;
  const type = tag & 3;
  if (type === 0) {
    const extra = size < 60 ? 0 : size - 59;
    if (at + 1 + extra > input.length) return null;
    const length = (extra === 0 ? size : input.readUIntLE(at + 1, extra)) + 1;
    const next = at + 1 + extra + length;
    return next > input.length ? null : { length, offset: null, next };
  }
  const bytes = [0, 1, 2, 4][type] ?? 0;
  if (at + 1 + bytes > input.length) return null;
  const offset = input.readUIntLE(at + 1, bytes);
  const next = at + 1 + bytes;
  return type === 1
    ? { length: (size & 7) + 4, offset: ((size >> 3) << 8) | offset, next }
    : { length: size + 1, offset, next };
}

function readVarint(input: Buffer): { value: number; taken: number } | null {
  let value = 0;
  for (let taken = 0; taken < 5; taken += 1) {
    const byte = input[taken];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * taken);
    if (byte < 128) return { value, taken: taken + 1 };
  }
  return null;
}
