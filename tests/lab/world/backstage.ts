import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

// Abstract sockets belong to a network namespace: labs do not share them, and no file remains.
const path = '\0dozvon-world';
const tagLength = 4;

export interface Backstage {
  /** Opens a connection to one of our servers; `accept` receives the server's end. */
  open(accept: (server: Socket) => void): Socket;
}

/**
 * Connections between the censor and the servers behind it. They are real sockets, since node:http2
 * over TLS never answers on any other stream.
 */
export async function createBackstage(): Promise<Backstage> {
  const waiting = new Map<number, (server: Socket) => void>();
  let last = 0;
  const listener = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const bytes: unknown = socket.read(tagLength);
      const tag = Buffer.isBuffer(bytes) ? bytes.readUInt32BE(0) : 0;
      const accept = waiting.get(tag);
      waiting.delete(tag);
      if (accept) accept(socket);
      else socket.destroy();
    });
    socket.read(0);
  });
  listener.listen(path);
  await once(listener, 'listening');

  return {
    open(accept) {
      last = (last + 1) >>> 0;
      waiting.set(last, accept);
      const tag = Buffer.alloc(tagLength);
      tag.writeUInt32BE(last);
      const socket = connect(path);
      socket.write(tag);
      return socket;
    },
  };
}
