import type { StunConversation, StunRequest } from '../probe/ask-stun.ts';
import type { Conversation, ConverseRequest } from '../probe/converse.ts';
import type { SocketConversation, SocketRequest } from '../probe/open-socket.ts';

/** A request as it is sent; a message of its own aborts it. */
interface SentRequest<Request> {
  id: string;
  request: Omit<Request, 'signal'>;
}

/** What the worker asks of the document that probes for it. Answers null until the document listens. */
export interface DocumentProtocol {
  /** Bodies stay in the document. */
  converseInDocument(sent: SentRequest<ConverseRequest>): Omit<Conversation, 'body'>;
  openSocketInDocument(sent: SentRequest<SocketRequest>): SocketConversation;
  /** The address that the server reports stays in the document. */
  askStunInDocument(sent: SentRequest<StunRequest>): StunConversation;
  /** Ends a probe early; its request is answered all the same. */
  abortInDocument(sent: { id: string }): void;
}
