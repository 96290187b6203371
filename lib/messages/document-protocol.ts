import type { StunConversation, StunRequest } from '../probe/ask-stun.ts';
import type { Conversation, ConverseRequest } from '../probe/converse.ts';
import type { SocketConversation, SocketRequest } from '../probe/open-socket.ts';

/** A request without its signals; `abortInDocument` aborts it by its id. */
interface SentRequest<Request> {
  id: string;
  request: Omit<Request, 'signal' | 'giveUp'>;
}

/** The worker's messages to the document that probes for it. The answer is null until the document listens. */
export interface DocumentProtocol {
  /** Bodies stay in the document. */
  converseInDocument(sent: SentRequest<ConverseRequest>): Omit<Conversation, 'body'>;
  /** In a frame of the document, over a connection of its own. */
  converseFreshlyInDocument(sent: SentRequest<ConverseRequest>): Omit<Conversation, 'body'>;
  openSocketInDocument(sent: SentRequest<SocketRequest>): SocketConversation;
  /** The address that the server reported stays in the document. */
  askStunInDocument(sent: SentRequest<StunRequest>): StunConversation;
  /** Ends a probe early; its own message is still answered. */
  abortInDocument(sent: { id: string }): void;
}
