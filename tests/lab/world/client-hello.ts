const handshakeRecord = 22;
const clientHelloType = 1;
const serverNameExtension = 0;

export type ParsedClientHello =
  | { state: 'incomplete' }
  | { state: 'not-tls' }
  | { state: 'complete'; serverName: string | undefined };

/** Reads the server name from the first bytes of a connection, as a censor on the path would. */
export function parseClientHello(bytes: Buffer): ParsedClientHello {
  if (bytes.length > 0 && bytes[0] !== handshakeRecord) return { state: 'not-tls' };
  const hello = joinRecords(bytes);
  if (hello.length < 4) return { state: 'incomplete' };
  if (hello[0] !== clientHelloType) return { state: 'not-tls' };
  const length = hello.readUIntBE(1, 3);
  if (hello.length < 4 + length) return { state: 'incomplete' };
  return { state: 'complete', serverName: readServerName(hello.subarray(4, 4 + length)) };
}

function joinRecords(bytes: Buffer): Buffer {
  const payloads: Buffer[] = [];
  let offset = 0;
  while (offset + 5 <= bytes.length && bytes[offset] === handshakeRecord) {
    const end = offset + 5 + bytes.readUInt16BE(offset + 3);
    payloads.push(bytes.subarray(offset + 5, end));
    offset = end;
  }
  return Buffer.concat(payloads);
}

function readServerName(body: Buffer): string | undefined {
  let offset = 2 + 32;
  offset += 1 + body.readUInt8(offset); // session id
  offset += 2 + body.readUInt16BE(offset); // cipher suites
  offset += 1 + body.readUInt8(offset); // compression methods
  if (offset + 2 > body.length) return undefined;
  const end = offset + 2 + body.readUInt16BE(offset);
  offset += 2;
  while (offset + 4 <= end) {
    const type = body.readUInt16BE(offset);
    const length = body.readUInt16BE(offset + 2);
    offset += 4;
    if (type === serverNameExtension) {
      const nameLength = body.readUInt16BE(offset + 3);
      return body.toString('latin1', offset + 5, offset + 5 + nameLength).toLowerCase();
    }
    offset += length;
  }
  return undefined;
}
