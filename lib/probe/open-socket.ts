export interface SocketRequest {
  url: string;
  subprotocol?: string | undefined;
  /** Until the socket is open. */
  timeoutMs: number;
  /** Milliseconds that the server has, once it is open, to speak first; left out where it need not. */
  firstFrameMs?: number | undefined;
  signal: AbortSignal;
}

/** What a WebSocket tells by itself. Browsers hide from pages why one does not open. */
export interface SocketConversation {
  opened: boolean;
  /**
   * `told`: it opened, and the server spoke where it was to, if only to say farewell. `silent`: open and
   * dead. `cut`: broken off before the server spoke. `timeout`: we gave up before it opened.
   */
  ending: 'told' | 'silent' | 'cut' | 'timeout' | 'failed';
  /** Milliseconds from the call until it was open; null where it never was. */
  openMs: number | null;
  totalMs: number;
}

/** Never rejects: a socket that does not open is a successful measurement. */
export type OpenSocket = (request: SocketRequest) => Promise<SocketConversation>;

export interface SocketDependencies {
  WebSocket: new (url: string, protocols?: string | string[]) => WebSocket;
  now: () => Date;
}

/** Opens a WebSocket, waits for the first frame where one is due, and closes it. */
export function createOpenSocket({ WebSocket, now }: SocketDependencies): OpenSocket {
  return (request) =>
    new Promise((resolve) => {
      const started = now().getTime();
      const socket = new WebSocket(request.url, request.subprotocol ?? []);
      let openMs: number | null = null;
      let timer = setTimeout(() => end('timeout'), request.timeoutMs);
      const stop = () => end('failed');
      const sinceStart = () => now().getTime() - started;

      socket.addEventListener('open', () => {
        openMs = sinceStart();
        clearTimeout(timer);
        if (request.firstFrameMs === undefined) end('told');
        else timer = setTimeout(() => end('silent'), request.firstFrameMs);
      });
      socket.addEventListener('message', () => end('told'));
      socket.addEventListener('close', ({ wasClean }) => end(endingOf(wasClean)));
      request.signal.addEventListener('abort', stop);

      function endingOf(wasClean: boolean): SocketConversation['ending'] {
        if (openMs === null) return 'failed';
        return wasClean ? 'told' : 'cut';
      }

      function end(ending: SocketConversation['ending']): void {
        clearTimeout(timer);
        request.signal.removeEventListener('abort', stop);
        // What comes after the first end finds the promise settled.
        resolve({ opened: openMs !== null, ending, openMs, totalMs: sinceStart() });
        socket.close();
      }
    });
}
