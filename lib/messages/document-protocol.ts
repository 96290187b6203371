import type { StunConversation, StunRequest } from '../probe/ask-stun.ts';
import type { Conversation, ConverseRequest } from '../probe/converse.ts';
import type { SocketConversation, SocketRequest } from '../probe/open-socket.ts';

/** A request as it is sent: the signal that ends it early is a message of its own. */
interface Asked<Request> {
  id: string;
  request: Omit<Request, 'signal'>;
}

/** What the worker asks of the document that probes for it. Answers null until the document listens. */
export interface DeepProtocol {
  /** Bodies stay in the document. */
  converseDeeply(asked: Asked<ConverseRequest>): Omit<Conversation, 'body'>;
  openSocketDeeply(asked: Asked<SocketRequest>): SocketConversation;
  /** The address that the server tells stays in the document. */
  askStunDeeply(asked: Asked<StunRequest>): StunConversation;
  /** Ends a probe early; its question is answered all the same. */
  abortDeepProbe(asked: { id: string }): void;
}
