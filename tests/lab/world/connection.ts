import type { Socket } from 'node:net';

/** One TCP connection from the browser, as the servers behind the censor see it. */
export interface Connection {
  id: number;
  address: string;
  port: number;
  /** Source address of the connection. */
  caller: string;
  scheme: 'http' | 'https';
  /** The browser's end, for answers below HTTP. */
  socket: Socket;
}
