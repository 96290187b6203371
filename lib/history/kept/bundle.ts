/** A round's record before it is sealed. */
export interface Packed {
  number: number;
  packed: Uint8Array<ArrayBuffer>;
}

/** Rounds that are put into one record. */
export const roundsInBundle = 32;

/**
 * The first byte: version 1, above three bits that begin neither compressed JSON (RFC 1951, 3.2.3) nor the record of a
 * round.
 */
const mark = 0b1_111;
/** A round's number and the length of its record, 32 bits each, before that record. */
const headerBytes = 8;

/** Rounds, in the order of their numbers, as one record before it is sealed. */
export function packBundle(rounds: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const length = rounds.reduce((sum, { packed }) => sum + headerBytes + packed.length, 1);
  const bundle = new Uint8Array(length);
  const header = new DataView(bundle.buffer);
  bundle[0] = mark;
  let at = 1;
  for (const { number, packed } of rounds) {
    header.setInt32(at, number);
    header.setUint32(at + 4, packed.length);
    bundle.set(packed, at + headerBytes);
    at += headerBytes + packed.length;
  }
  return bundle;
}

/** The rounds of a bundle; undefined where it is damaged, of a later version, or something else. */
export function unpackBundle(bundle: Uint8Array<ArrayBuffer>): Packed[] | undefined {
  if (bundle[0] !== mark) return undefined;
  const header = new DataView(bundle.buffer, bundle.byteOffset, bundle.length);
  const rounds: Packed[] = [];
  for (let at = 1; at < bundle.length; ) {
    const begin = at + headerBytes;
    if (begin > bundle.length) return undefined;
    const number = header.getInt32(at);
    at = begin + header.getUint32(at + 4);
    if (at > bundle.length) return undefined;
    rounds.push({ number, packed: bundle.subarray(begin, at) });
  }
  return rounds;
}
