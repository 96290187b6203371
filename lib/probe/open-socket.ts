import { startStopwatch } from './stopwatch.ts';

/** A WebSocket to open. */
export interface SocketRequest {
  url: string;
  subprotocol?: string | undefined;
  /** The limit until the socket is open. */
  timeoutMs: number;
  /** The limit from then to the server's first frame, in milliseconds; omitted if none is expected. */
  firstFrameMs?: number | undefined;
  signal: AbortSignal;
}

/** What the `WebSocket` API alone reveals. Browsers hide from pages why a socket does not open. */
export interface SocketConversation {
  opened: boolean;
  /**
   * `answered`: it opened, and the server sent the expected first frame or a close frame. `silent`: it opened,
   * and no frame came in time. `cut`: the connection broke before the first frame. `timeout`: our limit
   * expired before it opened.
   */
  ending: 'answered' | 'silent' | 'cut' | 'timeout' | 'failed';
  /** Milliseconds from the call until it was open; null if it never was. */
  openMs: number | null;
  totalMs: number;
}

/** Never rejects: a socket that does not open is a successful measurement. */
export type OpenSocket = (request: SocketRequest) => Promise<SocketConversation>;

export interface SocketDependencies {
  WebSocket: new (url: string, protocols?: string | string[]) => WebSocket;
  /** Milliseconds since any fixed moment. */
  clock: () => number;
}

/**
 * The code of a connection that ended without a close frame (RFC 6455). `wasClean` does not say so: Firefox finds it
 * unclean that a server which sent one did not wait for ours.
 */
const noCloseFrame = 1006;

/** Opens a WebSocket, waits for the first frame if one is expected, and closes it. */
export function createOpenSocket({ WebSocket, clock }: SocketDependencies): OpenSocket {
  return (request) =>
    new Promise((resolve) => {
      const sinceStart = startStopwatch(clock);
      const socket = new WebSocket(request.url, request.subprotocol ?? []);
      let openMs: number | null = null;
      let timer = setTimeout(() => end('timeout'), request.timeoutMs);
      const stop = () => end('failed');

      socket.addEventListener('open', () => {
        openMs = sinceStart();
        clearTimeout(timer);
        if (request.firstFrameMs === undefined) end('answered');
        else timer = setTimeout(() => end('silent'), request.firstFrameMs);
      });
      socket.addEventListener('message', () => end('answered'));
      socket.addEventListener('close', ({ code }) => end(endingOf(code)));
      request.signal.addEventListener('abort', stop);

      function endingOf(code: number): SocketConversation['ending'] {
        if (openMs === null) return 'failed';
        return code === noCloseFrame ? 'cut' : 'answered';
      }

      function end(ending: SocketConversation['ending']): void {
        clearTimeout(timer);
        request.signal.removeEventListener('abort', stop);
        // Later events have no effect: the promise is settled.
        resolve({ opened: openMs !== null, ending, openMs, totalMs: sinceStart() });
        socket.close();
      }
    });
}
