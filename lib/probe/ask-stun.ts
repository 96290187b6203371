import type { CallExit } from '../model/route.ts';

export interface StunRequest {
  /** As `stun:stun.example:3478`. */
  url: string;
  timeoutMs: number;
  /** Addresses that sites saw, to be compared with the one that the server tells; mostly none. */
  exits: readonly string[];
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
  /** What came of the comparison with `exits`. */
  callExit: CallExit;
}

/** Never rejects: a silent server is a successful measurement. */
export type AskStun = (request: StunRequest) => Promise<StunConversation>;

export interface StunDependencies {
  /** Undefined where the browser is set to have none. */
  RTCPeerConnection: (new (configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** Compares the address that the server reports with `exits`. */
  compareExit: (reported: string | null, exits: readonly string[]) => CallExit;
  now: () => Date;
}

type Gathered = Omit<StunConversation, 'totalMs'>;

/**
 * Asks a STUN server for our address, as the setting up of a call does, and forgets the answer once it
 * is compared.
 */
export function createAskStun(dependencies: StunDependencies): AskStun {
  const { RTCPeerConnection, compareExit, now } = dependencies;
  return async (request) => {
    const started = now().getTime();
    const gathered =
      RTCPeerConnection === undefined
        ? nothingGathered
        : await gather(
            new RTCPeerConnection({ iceServers: [{ urls: request.url }] }),
            request,
            compareExit,
          );
    return { ...gathered, totalMs: now().getTime() - started };
  };
}

const nothingGathered: Gathered = { ending: 'nothing', callExit: 'unknown' };

function gather(
  connection: RTCPeerConnection,
  { timeoutMs, exits, signal }: StunRequest,
  compareExit: StunDependencies['compareExit'],
): Promise<Gathered> {
  return new Promise((resolve) => {
    let refused = false;
    const timer = setTimeout(() => end('timeout'), timeoutMs);
    const stop = () => end('nothing');
    signal.addEventListener('abort', stop);
    connection.addEventListener('icecandidateerror', () => {
      refused = true;
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'srflx') end('told', compareExit(candidate.address, exits));
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') end(refused ? 'refused' : 'nothing');
    });
    connection.createDataChannel('probe');
    connection
      .createOffer()
      .then((offer) => connection.setLocalDescription(offer))
      .catch(stop);

    function end(ending: StunConversation['ending'], callExit: CallExit = 'unknown'): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve({ ending, callExit });
      connection.close();
    }
  });
}
