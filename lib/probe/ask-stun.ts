import type { CallExit } from '../model/route.ts';
import { startStopwatch } from './stopwatch.ts';

/** A STUN binding to make. */
export interface StunRequest {
  /** Such as `stun:stun.example:3478`. */
  url: string;
  /** The limit for the server's answer. */
  timeoutMs: number;
  /** Exit addresses to compare with the address that the server reports; usually none. */
  exits: readonly string[];
  signal: AbortSignal;
}

/** The result of a STUN binding, without the address that the server reported. */
export interface StunConversation {
  /**
   * `answered`: the server reported our address. `refused`: the browser reported that the server cannot be
   * reached. `nothing`: the browser finished without a result: it may not use UDP, or needed no answer.
   */
  ending: 'answered' | 'refused' | 'timeout' | 'nothing';
  totalMs: number;
  /** The result of the comparison with `exits`. */
  callExit: CallExit;
}

/** Never rejects: a silent server is a successful measurement. */
export type AskStun = (request: StunRequest) => Promise<StunConversation>;

export interface StunDependencies {
  /** Undefined if WebRTC is disabled in the browser. */
  RTCPeerConnection: (new (configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** Compares the address that the server reports with `exits`. */
  compareExit: (reported: string | null, exits: readonly string[]) => CallExit;
  /** Milliseconds since any fixed moment. */
  clock: () => number;
}

type Binding = Omit<StunConversation, 'totalMs'>;

/**
 * Asks a STUN server for our address, as the setup of a call does, and discards the answer once it is
 * compared.
 */
export function createAskStun(dependencies: StunDependencies): AskStun {
  const { RTCPeerConnection, compareExit, clock } = dependencies;
  return async (request) => {
    const elapsedMs = startStopwatch(clock);
    const binding =
      RTCPeerConnection === undefined
        ? noBinding
        : await gather(
            new RTCPeerConnection({ iceServers: [{ urls: request.url }] }),
            request,
            compareExit,
          );
    return { ...binding, totalMs: elapsedMs() };
  };
}

const noBinding: Binding = { ending: 'nothing', callExit: 'unknown' };

function gather(
  connection: RTCPeerConnection,
  { timeoutMs, exits, signal }: StunRequest,
  compareExit: StunDependencies['compareExit'],
): Promise<Binding> {
  return new Promise((resolve) => {
    let refused = false;
    const timer = setTimeout(() => end('timeout'), timeoutMs);
    const stop = () => end('nothing');
    signal.addEventListener('abort', stop);
    connection.addEventListener('icecandidateerror', () => {
      refused = true;
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'srflx') end('answered', compareExit(candidate.address, exits));
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
