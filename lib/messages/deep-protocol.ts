import type { Conversation, ConverseRequest } from '../probe/converse.ts';

/** What the worker asks of the document that probes for it. Bodies stay there. */
export interface DeepProtocol {
  /** Answers null until the document listens. */
  converseDeeply(request: {
    id: string;
    request: Omit<ConverseRequest, 'signal'>;
  }): Omit<Conversation, 'body'>;
  /** Ends a probe early; its question is answered all the same. */
  abortDeepProbe(request: { id: string }): void;
}
