import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HttpFault } from './description.ts';

/** Lets a request meet with a fault; `stream` is what carries its HTTP/1.1. */
export function suffer(fault: HttpFault, socket: Socket, stream: Duplex | null): void {
  if (fault === 'reset') socket.resetAndDestroy();
  if (fault === 'hang-up') socket.end();
  if (fault === 'stream-error') stream?.end('no answer\r\n\r\n');
}
