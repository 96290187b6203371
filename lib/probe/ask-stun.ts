export interface StunRequest {
  /** As `stun:stun.example:3478`. */
  url: string;
  timeoutMs: number;
  signal: AbortSignal;
}

/** What is kept of a question to a STUN server: not the address that it told. */
export interface StunConversation {
  /**
   * `told`: the server told us our address. `refused`: the browser said that the server cannot be asked.
   * `nothing`: the browser was done without having said anything: it may not use UDP, or needed no answer.
   */
  ending: 'told' | 'refused' | 'timeout' | 'nothing';
  totalMs: number;
}

/** Never rejects: a silent server is a successful measurement. */
export type AskStun = (request: StunRequest) => Promise<StunConversation>;

export interface StunDependencies {
  /** Undefined where the browser is set to have none. */
  RTCPeerConnection: (new (configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  now: () => Date;
}

/** Asks a STUN server for our address, as the setting up of a call does, and forgets the answer. */
export function createAskStun({ RTCPeerConnection, now }: StunDependencies): AskStun {
  return async ({ url, timeoutMs, signal }) => {
    const started = now().getTime();
    const ending =
      RTCPeerConnection === undefined
        ? 'nothing'
        : await gather(new RTCPeerConnection({ iceServers: [{ urls: url }] }), timeoutMs, signal);
    return { ending, totalMs: now().getTime() - started };
  };
}

function gather(
  connection: RTCPeerConnection,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<StunConversation['ending']> {
  return new Promise((resolve) => {
    let refused = false;
    const timer = setTimeout(() => end('timeout'), timeoutMs);
    const stop = () => end('nothing');
    signal.addEventListener('abort', stop);
    connection.addEventListener('icecandidateerror', () => {
      refused = true;
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'srflx') end('told');
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') end(refused ? 'refused' : 'nothing');
    });
    connection.createDataChannel('probe');
    connection
      .createOffer()
      .then((offer) => connection.setLocalDescription(offer))
      .catch(stop);

    function end(ending: StunConversation['ending']): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(ending);
      connection.close();
    }
  });
}
