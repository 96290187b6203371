import type { AskStun, StunConversation, StunRequest } from './ask-stun.ts';

/** All that the browser reported about one STUN binding, uninterpreted. */
export interface StunExchange {
  started: Date;
  conversation: StunConversation;
}

export type AskStunServer = (request: StunRequest) => Promise<StunExchange>;

/** Makes one STUN binding. Rejects only on `signal`. */
export function createStunProbe(dependencies: {
  askStun: AskStun;
  now: () => Date;
}): AskStunServer {
  const { askStun, now } = dependencies;
  return async (request) => {
    const started = now();
    const conversation = await askStun(request);
    request.signal.throwIfAborted();
    return { started, conversation };
  };
}
