/*
 * The little of DNS's wire format (RFC 1035) that a question for addresses needs. The library for all
 * of it weighs as much as the catalog; a test holds this to it.
 */

const headerBytes = 12;
const recursionDesired = 0x01;
const isResponse = 0x80;
const typeA = 1;
const classInternet = 1;
const addressBytes = 4;
/** Of a record, after its name: type, class, time to live, length. */
const recordBytes = 10;
const rcodes = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];

export interface DnsAnswer {
  /** What was asked; null where the answer does not repeat it. */
  name: string | null;
  /** As `NOERROR`, `NXDOMAIN`. */
  rcode: string;
  /** IPv4. */
  addresses: string[];
}

/** A question for the IPv4 addresses of a host name. Id 0, as RFC 8484 asks for, so that caches may serve. */
export function encodeQuestion(name: string): Uint8Array {
  const labels = name
    .split('.')
    .flatMap((label) => [label.length, ...new TextEncoder().encode(label)]);
  const header = [0, 0, recursionDesired, 0, 0, 1, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...header, ...labels, 0, 0, typeA, 0, classInternet]);
}

/** Throws a RangeError where the bytes end too early, or are no response. */
export function decodeAnswer(bytes: Uint8Array): DnsAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((view.getUint8(2) & isResponse) === 0) throw new RangeError('a response expected');
  const code = view.getUint8(3) & 0x0f;
  const questions = view.getUint16(4);
  const answers = view.getUint16(6);
  let at = headerBytes;
  let name: string | null = null;
  for (let left = questions; left > 0; left -= 1) {
    const read = readName(view, at);
    name ??= read.name;
    at = read.end + 4;
  }
  const addresses: string[] = [];
  for (let left = answers; left > 0; left -= 1) {
    at = readName(view, at).end;
    const isAddress = view.getUint16(at) === typeA && view.getUint16(at + 2) === classInternet;
    const length = view.getUint16(at + 8);
    at += recordBytes;
    if (isAddress && length === addressBytes) addresses.push(addressAt(view, at));
    at += length;
  }
  if (at > bytes.byteLength) throw new RangeError('the answer ends too early');
  return { name, rcode: rcodes[code] ?? `RCODE_${code}`, addresses };
}

/** A name ends at its root, or where it points back to an earlier one, which is followed no further. */
function readName(view: DataView, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (;;) {
    const length = view.getUint8(at);
    if (length >= 0xc0) return { name: labels.join('.'), end: at + 2 };
    if (length === 0) return { name: labels.join('.'), end: at + 1 };
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 1, length);
    labels.push(new TextDecoder().decode(bytes));
    at += 1 + length;
  }
}

function addressAt(view: DataView, at: number): string {
  return Array.from({ length: addressBytes }, (_, index) => view.getUint8(at + index)).join('.');
}
